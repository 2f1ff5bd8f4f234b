// The machine's own limits, by which kernels are judged: bandwidth of a large copy and multiply-adds in registers.
// Each takes about a tenth of a second of the calling thread.
#pragma once

#include "kernels/kernels.h"

namespace platekeeper {

// Bytes read plus bytes written by a copy too large for the caches, in 10^9 a second.
double copyBandwidth();
// Single-precision multiply-adds of this set on one thread, in 10^9 a second.
double multiplyAddPeak(const Kernels& kernels);

}  // namespace platekeeper
