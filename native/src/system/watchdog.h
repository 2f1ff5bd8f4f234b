// The machine's hardware watchdog (/dev/watchdog, linux/watchdog.h): once opened it resets the machine unless it is petted in time.
#pragma once

#include <string>

#include "system/descriptor.h"

namespace platekeeper {

class Watchdog {
 public:
  // Arms it. The device may round the timeout. Throws std::system_error: EBUSY where another program has it.
  Watchdog(const std::string& path, int timeoutSeconds);

  int timeoutSeconds() const { return timeoutSeconds_; }
  void pet();
  // Disarms it, where the driver allows that. Ended without, it resets the machine: a unit that crashed is one that hangs.
  void disarm();

 private:
  Descriptor device_;
  int timeoutSeconds_;
};

}  // namespace platekeeper
