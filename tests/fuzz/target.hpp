#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

// One file per target, compiled twice: as a fuzzer by libFuzzer (`npm run fuzz`), and as a test of the
// suite that replays the target's corpus (`npm test`). See README.md.

#if defined(DOWNHILL_FUZZER)

#include <cstdio>
#include <cstdlib>

/// What must hold for every input.
#define MUST(condition)                                                          \
  do {                                                                           \
    if (!(condition)) {                                                          \
      std::fprintf(stderr, "%s:%d: MUST(%s)\n", __FILE__, __LINE__, #condition); \
      std::abort();                                                              \
    }                                                                            \
  } while (false)

/// `FUZZ_TARGET(name) { ... }`: the body sees the bytes as `input`.
#define FUZZ_TARGET(name)                                                             \
  static void fuzz_##name(std::string_view input);                                    \
  extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) { \
    fuzz_##name({reinterpret_cast<const char*>(data), size});                         \
    return 0;                                                                         \
  }                                                                                   \
  static void fuzz_##name(std::string_view input)

#else

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#define MUST(condition) CHECK((condition))

namespace descent::testing {

/// Gives every file of `tests/fuzz/corpus/<name>` to a target.
inline void replay(const char* name, void (*target)(std::string_view)) {
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(DOWNHILL_CORPUS) + "/" + name)) {
    std::ifstream file(entry.path(), std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const std::string path = entry.path().filename().string();
    CAPTURE(path);
    target(bytes);
    ++files;
  }
  CHECK(files >= 10);
}

}  // namespace descent::testing

#define FUZZ_TARGET(name)                                                                                      \
  static void fuzz_##name(std::string_view input);                                                             \
  TEST_CASE("the fuzzer's corpus for " #name " is answered") { descent::testing::replay(#name, fuzz_##name); } \
  static void fuzz_##name(std::string_view input)

#endif
