// Which sets of kernels this build and this processor have. Chosen by asking the processor once; nothing is guessed.
#include "kernels/kernels.h"

#include <array>

namespace platekeeper {

const char* isaName(Isa isa) {
  switch (isa) {
    case Isa::scalar: return "scalar";
    case Isa::neon: return "neon";
    case Isa::avx2: return "avx2";
    case Isa::avx512: return "avx512";
  }
  return "scalar";
}

const Kernels* kernelsOf(Isa isa) {
  switch (isa) {
    case Isa::scalar: return &scalar::kernels;
#if defined(__aarch64__)
    case Isa::neon: return &neon::kernels;  // every 64-bit Arm has it
#endif
#if defined(__x86_64__)
    case Isa::avx2:
      return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") && __builtin_cpu_supports("f16c") ? &avx2::kernels
                                                                                                              : nullptr;
    case Isa::avx512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") &&
                     __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("fma")
                 ? &avx512::kernels
                 : nullptr;
#endif
    default: return nullptr;
  }
}

std::span<const Isa> availableIsas() {
  struct Found {
    std::array<Isa, isaCount> isas{};
    std::size_t count = 0;
    Found() {
      for (const Isa isa : {Isa::avx512, Isa::avx2, Isa::neon, Isa::scalar}) {
        if (kernelsOf(isa)) isas[count++] = isa;
      }
    }
  };
  static const Found found;
  return {found.isas.data(), found.count};
}

}  // namespace platekeeper
