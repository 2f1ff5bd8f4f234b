#include "serial/pty.h"

#include <fcntl.h>
#include <stdlib.h>
#include <termios.h>

#include <array>

#include "system/descriptor.h"

namespace platekeeper {

PseudoTerminal openPseudoTerminal() {
  Descriptor master(posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC), "posix_openpt");
  check(grantpt(master.get()) == 0, "grantpt");
  check(unlockpt(master.get()) == 0, "unlockpt");
  std::array<char, 128> path{};
  const int failed = ptsname_r(master.get(), path.data(), path.size());
  if (failed != 0) throw std::system_error(failed, std::generic_category(), "ptsname_r");
  termios settings{};
  check(tcgetattr(master.get(), &settings) == 0, "tcgetattr");
  cfmakeraw(&settings);
  check(tcsetattr(master.get(), TCSANOW, &settings) == 0, "tcsetattr");
  const int flags = fcntl(master.get(), F_GETFL);
  check(flags >= 0 && fcntl(master.get(), F_SETFL, flags | O_NONBLOCK) == 0, "fcntl");
  return {master.letGo(), path.data()};
}

}  // namespace platekeeper
