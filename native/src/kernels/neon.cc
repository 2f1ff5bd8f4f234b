// NEON on 64-bit Arm: four floats at a time.
#include "kernels/kernels.h"

#include <arm_neon.h>

#include <utility>

namespace platekeeper::neon {

#define PLATEKEEPER_LANES 4

#include "kernels/rows.h"
#include "kernels/vectors.h"
#include "kernels/tiles.h"
#include "kernels/channels.h"
#include "kernels/curves.h"

// NEON has no gather; four loads are what there is.
static inline Ints gather(const std::uint32_t* from, Ints places) {
  Ints cells;
  for (std::size_t i = 0; i < lanes; i++) cells[i] = static_cast<std::int32_t>(from[places[i]]);
  return cells;
}

static inline Floats widened(const std::uint8_t* from) {
  std::uint32_t four;
  __builtin_memcpy(&four, from, sizeof four);
  const uint16x4_t words = vget_low_u16(vmovl_u8(vcreate_u8(four)));
  return vcvtq_f32_u32(vmovl_u16(words));
}

static inline Floats loadPart(const float* from, std::size_t count) {
  Floats value{};
  for (std::size_t i = 0; i < count; i++) value[i] = from[i];
  return value;
}

static inline void storePart(float* to, Floats value, std::size_t count) {
  for (std::size_t i = 0; i < count; i++) to[i] = value[i];
}

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

}  // namespace platekeeper::neon
