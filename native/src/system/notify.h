// What systemd wants to hear of a service (sd_notify(3)): one datagram to the socket that NOTIFY_SOCKET names.
#pragma once

#include <string>

namespace platekeeper {

// `socket` is a path, or begins with @ for the abstract namespace; `state` such as "READY=1" or "WATCHDOG=1". Throws std::system_error.
void notifySupervisor(const std::string& socket, const std::string& state);

}  // namespace platekeeper
