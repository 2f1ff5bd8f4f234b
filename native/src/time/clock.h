// What the kernel knows of its own clock: the state of its NTP discipline, as ntpd, chrony or systemd-timesyncd left it.
#pragma once

namespace platekeeper {

struct KernelClock {
  bool synchronised;      // by anybody, as the kernel sees it: TIME_ERROR and STA_UNSYNC are both clear
  bool pulse;             // disciplined by a pulse per second that is there, without jitter or error, in the kernel itself
  bool leapSecond;        // one is being inserted now
  double offsetMs;        // still to be slewed; signed
  double maximumErrorMs;  // the daemon's bound, which the kernel lets grow by 0.5 ms a second
  double estimatedErrorMs;
};

// Reads, and needs no right. Throws std::system_error.
KernelClock readKernelClock();

}  // namespace platekeeper
