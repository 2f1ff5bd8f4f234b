#include "gpio/line.h"

#include <fcntl.h>
#include <linux/gpio.h>
#include <sys/ioctl.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <filesystem>

namespace platekeeper::gpio {
namespace {

// The kernel may keep so many edges for us; one more and it drops the oldest, which the sequence shows.
constexpr std::uint32_t keptEdges = 1024;

// A name as the kernel writes it: cut at its end, not always terminated.
template <std::size_t size>
std::string textOf(const char (&name)[size]) {
  return {name, strnlen(name, size)};
}

Chip chipAt(const std::string& path) {
  const Descriptor device(open(path.c_str(), O_RDWR | O_CLOEXEC), "open");
  gpiochip_info info{};
  check(ioctl(device.get(), GPIO_GET_CHIPINFO_IOCTL, &info) == 0, "GPIO_GET_CHIPINFO");
  Chip chip{path, textOf(info.label), {}};
  for (std::uint32_t offset = 0; offset < info.lines; offset++) {
    gpio_v2_line_info line{};
    line.offset = offset;
    check(ioctl(device.get(), GPIO_V2_GET_LINEINFO_IOCTL, &line) == 0, "GPIO_V2_GET_LINEINFO");
    const bool used = (line.flags & GPIO_V2_LINE_FLAG_USED) != 0;
    const std::string consumer = textOf(line.consumer);
    chip.lines.push_back({offset, textOf(line.name), used && consumer.empty() ? "the kernel" : consumer});
  }
  return chip;
}

std::uint64_t flagsOf(const Settings& settings) {
  std::uint64_t flags = settings.activeLow ? GPIO_V2_LINE_FLAG_ACTIVE_LOW : 0;
  if (settings.output) flags |= GPIO_V2_LINE_FLAG_OUTPUT;
  else flags |= GPIO_V2_LINE_FLAG_INPUT | GPIO_V2_LINE_FLAG_EDGE_RISING | GPIO_V2_LINE_FLAG_EDGE_FALLING;
  switch (settings.bias) {
    case Bias::asIs: return flags;
    case Bias::pullUp: return flags | GPIO_V2_LINE_FLAG_BIAS_PULL_UP;
    case Bias::pullDown: return flags | GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN;
    case Bias::disabled: return flags | GPIO_V2_LINE_FLAG_BIAS_DISABLED;
  }
  return flags;
}

}  // namespace

std::vector<Chip> chips() {
  std::vector<Chip> found;
  std::error_code unreadable;
  for (const auto& entry : std::filesystem::directory_iterator("/dev", unreadable)) {
    if (!entry.path().filename().string().starts_with("gpiochip")) continue;
    try {
      found.push_back(chipAt(entry.path()));
    } catch (const std::system_error& error) {
      if (error.code() != std::errc::no_such_device && error.code() != std::errc::no_such_file_or_directory) throw;
    }
  }
  std::ranges::sort(found, {}, &Chip::path);
  return found;
}

Line::Line(const std::string& chipPath, std::uint32_t offset, const std::string& consumer, const Settings& settings) {
  const Descriptor device(open(chipPath.c_str(), O_RDWR | O_CLOEXEC), "open");
  gpio_v2_line_request request{};
  request.offsets[0] = offset;
  request.num_lines = 1;
  consumer.copy(request.consumer, sizeof request.consumer - 1);
  request.config.flags = flagsOf(settings);
  if (!settings.output) request.event_buffer_size = keptEdges;
  if (settings.debounceUs > 0) {
    request.config.num_attrs = 1;
    request.config.attrs[0].mask = 1;
    request.config.attrs[0].attr.id = GPIO_V2_LINE_ATTR_ID_DEBOUNCE;
    request.config.attrs[0].attr.debounce_period_us = settings.debounceUs;
  }
  check(ioctl(device.get(), GPIO_V2_GET_LINE_IOCTL, &request) == 0, "GPIO_V2_GET_LINE");
  request_ = Descriptor(request.fd, "GPIO_V2_GET_LINE");
  const int flags = fcntl(request.fd, F_GETFL);
  check(flags >= 0 && fcntl(request.fd, F_SETFL, flags | O_NONBLOCK) == 0, "fcntl");
}

void Line::set(bool active) {
  gpio_v2_line_values values{active ? 1u : 0u, 1};
  check(ioctl(request_.get(), GPIO_V2_LINE_SET_VALUES_IOCTL, &values) == 0, "GPIO_V2_LINE_SET_VALUES");
}

bool Line::get() const {
  gpio_v2_line_values values{0, 1};
  check(ioctl(request_.get(), GPIO_V2_LINE_GET_VALUES_IOCTL, &values) == 0, "GPIO_V2_LINE_GET_VALUES");
  return (values.bits & 1) != 0;
}

std::size_t Line::read(std::span<Edge> edges) {
  std::array<gpio_v2_line_event, 64> events;
  const std::size_t room = std::min(edges.size(), events.size());
  const ssize_t bytes = ::read(request_.get(), events.data(), room * sizeof events[0]);
  if (bytes < 0 && errno == EAGAIN) return 0;
  check(bytes >= 0, "read");
  const std::size_t count = static_cast<std::size_t>(bytes) / sizeof events[0];
  for (std::size_t i = 0; i < count; i++) {
    const gpio_v2_line_event& event = events[i];
    edges[i] = {static_cast<double>(event.timestamp_ns) / 1e6, event.id == GPIO_V2_LINE_EVENT_RISING_EDGE, event.line_seqno};
  }
  return count;
}

}  // namespace platekeeper::gpio
