#include "image/limits.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <limits>
#include <vector>

namespace platekeeper {
namespace {

// Seconds of the fastest of several runs: whatever else the machine does only ever adds time.
template <class Work>
double fastest(int runs, Work work) {
  double best = std::numeric_limits<double>::max();
  for (int run = 0; run < runs; run++) {
    const auto start = std::chrono::steady_clock::now();
    work();
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    best = std::min(best, taken.count());
  }
  return best;
}

}  // namespace

double copyBandwidth() {
  constexpr std::size_t bytes = std::size_t{48} << 20;
  const std::vector<std::uint8_t> from(bytes, 1);
  std::vector<std::uint8_t> to(bytes, 2);
  const double seconds = fastest(8, [&] {
    std::memcpy(to.data(), from.data(), bytes);
    asm volatile("" : : "r"(to.data()) : "memory");
  });
  return 2.0 * static_cast<double>(bytes) / seconds / 1e9;
}

double multiplyAddPeak(const Kernels& kernels) {
  constexpr std::uint64_t rounds = 100'000;
  volatile float sink = 0.0f;
  const double seconds = fastest(20, [&] { sink = kernels.multiplyAdds(rounds); });
  return static_cast<double>(rounds) * static_cast<double>(kernels.multiplyAddsPerRound) / seconds / 1e9;
}

}  // namespace platekeeper
