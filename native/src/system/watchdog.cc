#include "system/watchdog.h"

#include <fcntl.h>
#include <linux/watchdog.h>
#include <sys/ioctl.h>

namespace platekeeper {

Watchdog::Watchdog(const std::string& path, int timeoutSeconds)
    : device_(open(path.c_str(), O_WRONLY | O_CLOEXEC), "open"), timeoutSeconds_(timeoutSeconds) {
  if (ioctl(device_.get(), WDIOC_SETTIMEOUT, &timeoutSeconds_) == 0) return;
  const std::system_error refused(errno, std::generic_category(), "WDIOC_SETTIMEOUT");
  disarm();
  throw refused;
}

void Watchdog::pet() { check(write(device_.get(), "\0", 1) == 1, "write"); }

void Watchdog::disarm() {
  // The magic close: only a V before the end disarms it.
  check(write(device_.get(), "V", 1) == 1, "write");
  device_ = Descriptor();
}

}  // namespace platekeeper
