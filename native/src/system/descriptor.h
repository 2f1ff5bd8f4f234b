// A file descriptor with one owner, and the check of a system call.
#pragma once

#include <unistd.h>

#include <cerrno>
#include <system_error>
#include <utility>

namespace platekeeper {

// Throws std::system_error that names the call.
inline void check(bool done, const char* call) {
  if (!done) throw std::system_error(errno, std::generic_category(), call);
}

// Closes the descriptor unless it is let go.
class Descriptor {
 public:
  Descriptor() = default;
  // Throws std::system_error where `number` is none: the call named by `call` failed.
  Descriptor(int number, const char* call) : number_(number) { check(number >= 0, call); }
  Descriptor(Descriptor&& other) noexcept : number_(other.letGo()) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() {
    if (number_ >= 0) close(number_);
  }
  int get() const { return number_; }
  int letGo() { return std::exchange(number_, -1); }

 private:
  int number_ = -1;
};

}  // namespace platekeeper
