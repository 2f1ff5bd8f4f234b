#include "system/notify.h"

#include <sys/socket.h>
#include <sys/un.h>

#include <cstddef>

#include "system/descriptor.h"

namespace platekeeper {

void notifySupervisor(const std::string& socketName, const std::string& state) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  errno = ENAMETOOLONG;
  check(!socketName.empty() && socketName.size() < sizeof address.sun_path, "NOTIFY_SOCKET");
  socketName.copy(address.sun_path, socketName.size());
  if (socketName.front() == '@') address.sun_path[0] = '\0';
  const auto length = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + socketName.size());
  const Descriptor ours(socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0), "socket");
  const ssize_t sent = sendto(ours.get(), state.data(), state.size(), MSG_NOSIGNAL, reinterpret_cast<const sockaddr*>(&address), length);
  check(sent == static_cast<ssize_t>(state.size()), "sendto");
}

}  // namespace platekeeper
