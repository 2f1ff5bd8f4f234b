// AVX-512 (F, BW, VL, DQ): sixteen floats at a time.
#include "kernels/kernels.h"

#include <immintrin.h>

#include <utility>

namespace platekeeper::avx512 {

#define PLATEKEEPER_LANES 16

#include "kernels/rows.h"
#include "kernels/vectors.h"
#include "kernels/tiles.h"
#include "kernels/channels.h"
#include "kernels/curves.h"

static inline Ints gather(const std::uint32_t* from, Ints places) {
  return reinterpret_cast<Ints>(_mm512_i32gather_epi32(reinterpret_cast<__m512i>(places), from, 4));
}

static inline Floats widened(const std::uint8_t* from) {
  return _mm512_cvtepi32_ps(_mm512_cvtepu8_epi32(_mm_loadu_si128(reinterpret_cast<const __m128i*>(from))));
}

static inline __mmask16 firstLanes(std::size_t count) { return static_cast<__mmask16>((1u << count) - 1u); }

static inline Floats loadPart(const float* from, std::size_t count) { return _mm512_maskz_loadu_ps(firstLanes(count), from); }

static inline void storePart(float* to, Floats value, std::size_t count) { _mm512_mask_storeu_ps(to, firstLanes(count), value); }

const Kernels kernels{
#define KERNEL(result, name, arguments) name,
    PLATEKEEPER_KERNELS(KERNEL)
    PLATEKEEPER_NETWORK_KERNELS(KERNEL)
#undef KERNEL
        multiplyAddsPerRound,
    lanes,
    filterVectors,
    filterPairs,
};

}  // namespace platekeeper::avx512
