// The trigger and strobe sequencer: cycles of {trigger pulse, strobe delay, strobe width} at the frame rate, on a thread of its own.
//
// Cycle n begins at start + n * period of CLOCK_MONOTONIC, so times never drift and a stamp tells which cycle it lies in. The strobe is
// limited here, in width and in share of time, and no setting reaches beyond: a plan over the limits is refused, and a pulse that a
// late thread made longer is paid back with darkness. A guard process (guard.cc) holds the strobe's line too and
// drives it low when this process ends in whatever way, stops, or hangs with the strobe lit.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "gpio/line.h"

namespace platekeeper::gpio {

// Longest strobe pulse, and largest share of time that the strobe is lit: what a pulsed infrared illuminator of risk group 0 or 1
// (IEC 62471) is commonly built for. Hardware must have a limit of its own as well (hw/wiring.md).
inline constexpr std::uint32_t strobeMostUs = 2000;
inline constexpr std::uint32_t strobeShareMost = 10;  // per cent

struct Exposure {
  std::uint32_t triggerUs;      // width of the trigger pulse; 0: none
  std::uint32_t strobeDelayUs;  // from the beginning of the trigger pulse
  std::uint32_t strobeUs;       // 0: dark
};

struct Plan {
  std::uint32_t periodUs;
  std::vector<Exposure> exposures;  // in turn, for ever
  // What is wrong with it, or nothing.
  std::string refusal() const;
};

// Upper ends of the buckets, microseconds; the last bucket has none.
inline constexpr std::array<std::uint32_t, 11> latenessUs = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000};

struct SequencerReport {
  std::uint64_t cycles;   // begun
  std::uint64_t skipped;  // cycles that were left out, since the thread came more than a period late
  std::uint64_t withheld; // strobe pulses left out, so that the limit holds
  std::uint64_t longestStrobeNs;
  std::array<std::uint64_t, latenessUs.size() + 1> lateness;  // of every edge against its time
  bool realtime;          // SCHED_FIFO was granted
  bool locked;            // the thread's memory is locked
  bool lost;              // the chip has gone, and no more is driven
};

class Sequencer {
 public:
  // Takes the lines; either may be null. Starts at once. Throws std::invalid_argument with the plan's refusal, std::system_error where
  // the guard can not be started.
  Sequencer(std::unique_ptr<Line> trigger, std::unique_ptr<Line> strobe, Plan plan, const std::string& guardProgram);
  // Ends the thread within a cycle; both lines are inactive then.
  ~Sequencer();

  SequencerReport report() const;
  // CLOCK_MONOTONIC of cycle 0, nanoseconds.
  std::int64_t startNs() const { return startNs_; }
  const Plan& plan() const { return plan_; }

 private:
  void run();
  void cycle(const Exposure& exposure, std::int64_t beginNs);
  bool mayStrobe(std::int64_t atNs, std::int64_t widthNs);
  // Waits until then, drives the line and notes how late it was; gives the time at which it was done.
  std::int64_t drive(Line& line, bool active, std::int64_t atNs);
  void restrain() noexcept;

  std::unique_ptr<Line> trigger_, strobe_;
  const Plan plan_;
  const std::int64_t startNs_;
  std::int64_t lightNs_ = strobeMostUs * 1000, filledNs_;
  std::atomic<bool> ending_ = false, realtime_ = false, locked_ = false, lost_ = false;
  std::atomic<std::uint64_t> cycles_ = 0, skipped_ = 0, withheld_ = 0, longestStrobeNs_ = 0;
  std::array<std::atomic<std::uint64_t>, latenessUs.size() + 1> lateness_{};
  Descriptor guard_;  // the guard lives for as long as this is open
  std::thread thread_;
};

}  // namespace platekeeper::gpio
