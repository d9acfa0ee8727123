// What a call of a function without a body comes to. The C++ library's own prints a message about it,
// for which it brings the whole of printf into the module.
#ifdef __EMSCRIPTEN__
extern "C" [[noreturn]] void __cxa_pure_virtual() { __builtin_trap(); }
#endif
