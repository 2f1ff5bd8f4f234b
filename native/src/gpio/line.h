// GPIO by the kernel's character device, second ABI (linux/gpio.h). Chips are known by their label, since their numbers follow the
// order in which drivers came up; lines by their name or their offset.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "system/descriptor.h"

namespace platekeeper::gpio {

struct LineInfo {
  std::uint32_t offset;
  std::string name;      // may be empty
  std::string consumer;  // who holds it; empty: nobody
};

struct Chip {
  std::string path, label;
  std::vector<LineInfo> lines;
};

// All chips of the machine, those that vanish meanwhile left out.
std::vector<Chip> chips();

enum class Bias : std::uint8_t { asIs, pullUp, pullDown, disabled };

struct Settings {
  bool output;
  bool activeLow;
  Bias bias;
  std::uint32_t debounceUs;  // 0: none; of inputs only
};

struct Edge {
  double monotonicMs;  // the kernel's stamp, CLOCK_MONOTONIC
  bool rising;         // from inactive to active
  std::uint32_t sequence;
};

// One line, held until it ends; the kernel gives it back then, and when this process dies in whatever way.
class Line {
 public:
  // An output starts inactive, an input tells of both its edges. Throws std::system_error: EBUSY where another holds the line, ENOENT
  // where the chip is not there, EINVAL where it has no such line or can not do what the settings ask.
  Line(const std::string& chipPath, std::uint32_t offset, const std::string& consumer, const Settings& settings);

  // Throws std::system_error, ENODEV when the chip has gone.
  void set(bool active);
  bool get() const;
  // Edges that wait, oldest first, as many as fit; 0 when there are none. Throws std::system_error, ENODEV when the chip has gone.
  std::size_t read(std::span<Edge> edges);

  int descriptor() const { return request_.get(); }

 private:
  Descriptor request_;
};

}  // namespace platekeeper::gpio
