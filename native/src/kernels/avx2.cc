// AVX2 with fused multiply-add: eight floats at a time.
#include "kernels/kernels.h"

#include <immintrin.h>

#include <utility>

namespace platekeeper::avx2 {

#define PLATEKEEPER_LANES 8

#include "kernels/rows.h"
#include "kernels/vectors.h"

static inline Ints gather(const std::uint32_t* from, Ints places) {
  return reinterpret_cast<Ints>(_mm256_i32gather_epi32(reinterpret_cast<const int*>(from), reinterpret_cast<__m256i>(places), 4));
}

static inline Floats widened(const std::uint8_t* from) {
  return _mm256_cvtepi32_ps(_mm256_cvtepu8_epi32(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(from))));
}

const Kernels kernels{
#define KERNEL(result, name, arguments) name,
    PLATEKEEPER_KERNELS(KERNEL)
#undef KERNEL
        multiplyAddsPerRound,
};

}  // namespace platekeeper::avx2
