#include "time/clock.h"

#include <sys/timex.h>

#include "system/descriptor.h"

namespace platekeeper {

KernelClock readKernelClock() {
  timex clock{};  // modes = 0: nothing is set
  const int state = adjtimex(&clock);
  check(state >= 0, "adjtimex");
  const auto has = [&](int flag) { return (clock.status & flag) != 0; };
  const double offsetsPerMs = has(STA_NANO) ? 1e6 : 1e3;
  return {
      .synchronised = state != TIME_ERROR && !has(STA_UNSYNC),
      .pulse = has(STA_PPSTIME) && has(STA_PPSSIGNAL) && !has(STA_PPSJITTER) && !has(STA_PPSERROR),
      .leapSecond = state == TIME_OOP,
      .offsetMs = static_cast<double>(clock.offset) / offsetsPerMs,
      .maximumErrorMs = static_cast<double>(clock.maxerror) / 1e3,
      .estimatedErrorMs = static_cast<double>(clock.esterror) / 1e3,
  };
}

}  // namespace platekeeper
