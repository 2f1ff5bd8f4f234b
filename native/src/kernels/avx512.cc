// AVX-512 (F, BW, VL, DQ): sixteen floats at a time.
#include "kernels/kernels.h"

#include <immintrin.h>

#include <utility>

namespace platekeeper::avx512 {

#define PLATEKEEPER_LANES 16

#include "kernels/rows.h"
#include "kernels/vectors.h"

static inline Ints gather(const std::uint32_t* from, Ints places) {
  return reinterpret_cast<Ints>(_mm512_i32gather_epi32(reinterpret_cast<__m512i>(places), from, 4));
}

static inline Floats widened(const std::uint8_t* from) {
  return _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))));
}

const Kernels kernels{
#define KERNEL(result, name, arguments) name,
    PLATEKEEPER_KERNELS(KERNEL)
#undef KERNEL
        multiplyAddsPerRound,
};

}  // namespace platekeeper::avx512
