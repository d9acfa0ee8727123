// Embind writes the address of a type that it was not told of, for a message that nobody sees, and brings
// printf into the module for it. Clang calls `sprintf` by this name where no floating-point number is printed.
extern "C" int siprintf(char* text, const char* /*format*/, ...) {
  *text = 0;
  return 0;
}
