// A pseudo-terminal: a serial line within one machine. Whoever holds the master end plays the device; the other end is a
// path that any program opens as a serial port.
#pragma once

#include <string>

namespace platekeeper {

struct PseudoTerminal {
  int master;  // close-on-exec, non-blocking; the caller closes it, which hangs up the line
  std::string path;
};

// Raw bytes both ways: no echo, no line editing. Throws std::system_error with the call that failed.
PseudoTerminal openPseudoTerminal();

}  // namespace platekeeper
