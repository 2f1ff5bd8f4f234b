#include "gpio/sequencer.h"

#include <fcntl.h>
#include <pthread.h>
#include <spawn.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>

#include <algorithm>
#include <stdexcept>

extern char** environ;

namespace platekeeper::gpio {
namespace {

constexpr std::int64_t nsPerUs = 1000;
// A sleep may end so late; the rest is spun, so that an edge comes in time.
constexpr std::int64_t spinNs = 60 * nsPerUs;
constexpr int priority = 50;
// From the call to the first cycle: the thread comes up meanwhile.
constexpr std::int64_t leadNs = 20'000 * nsPerUs;

std::int64_t nowNs() {
  timespec time{};
  clock_gettime(CLOCK_MONOTONIC, &time);
  return std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec;
}

void sleepUntil(std::int64_t atNs) {
  const timespec time{atNs / 1'000'000'000, atNs % 1'000'000'000};
  while (clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &time, nullptr) == EINTR) {
  }
}

// Starts the guard with the strobe's line as its descriptor 3 and a pipe as its descriptor 0; it ends when the pipe does.
Descriptor startGuard(const std::string& program, int line) {
  int ends[2];
  check(pipe2(ends, O_CLOEXEC) == 0, "pipe2");
  const Descriptor theirs(ends[0], "pipe2");
  Descriptor ours(ends[1], "pipe2");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, theirs.get(), 0);
  posix_spawn_file_actions_adddup2(&actions, line, 3);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  // A session of its own: what ends the unit's group must not end its guard.
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
  std::string name = "strobe-guard", limit = std::to_string(strobeMostUs);
  char* const arguments[] = {name.data(), limit.data(), nullptr};
  pid_t child = 0;
  const int failed = posix_spawn(&child, program.c_str(), &actions, &attributes, arguments, environ);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  if (failed != 0) throw std::system_error(failed, std::generic_category(), "posix_spawn " + program);
  // The guard goes on by itself in a child of this child, so that nothing is left to wait for.
  waitpid(child, nullptr, 0);
  return ours;
}

}  // namespace

std::string Plan::refusal() const {
  if (periodUs < 1000 || periodUs > 10'000'000) return "a period is 1 ms to 10 s";
  if (exposures.empty() || exposures.size() > 16) return "a plan has 1 to 16 exposures";
  for (const Exposure& each : exposures) {
    if (each.triggerUs >= periodUs) return "a trigger pulse must end within its period";
    if (each.strobeUs > strobeMostUs) return "a strobe pulse is at most " + std::to_string(strobeMostUs) + " us";
    if (std::uint64_t{each.strobeUs} * 100 > std::uint64_t{periodUs} * strobeShareMost)
      return "the strobe may be lit for at most " + std::to_string(strobeShareMost) + " % of a period";
    if (std::uint64_t{each.strobeDelayUs} + each.strobeUs >= periodUs) return "a strobe pulse must end within its period";
  }
  return {};
}

Sequencer::Sequencer(std::unique_ptr<Line> trigger, std::unique_ptr<Line> strobe, Plan plan, const std::string& guardProgram)
    : trigger_(std::move(trigger)), strobe_(std::move(strobe)), plan_(std::move(plan)), startNs_(nowNs() + leadNs), filledNs_(startNs_) {
  if (const std::string refusal = plan_.refusal(); !refusal.empty()) throw std::invalid_argument(refusal);
  if (strobe_) guard_ = startGuard(guardProgram, strobe_->descriptor());
  thread_ = std::thread([this] { run(); });
}

Sequencer::~Sequencer() {
  ending_ = true;
  if (thread_.joinable()) thread_.join();
  restrain();
}

void Sequencer::run() {
  const sched_param urgent{.sched_priority = priority};
  realtime_ = pthread_setschedparam(pthread_self(), SCHED_FIFO, &urgent) == 0;
  // The object and the part of the stack that the loop uses; the whole process would be a hundred times as much.
  std::array<std::byte, 16384> stack;
  locked_ = mlock(this, sizeof *this) == 0 && mlock(stack.data(), stack.size()) == 0;
  const std::int64_t periodNs = plan_.periodUs * nsPerUs;
  try {
    for (std::int64_t number = 0; !ending_; number++) {
      const std::int64_t late = nowNs() - (startNs_ + number * periodNs);
      if (late > periodNs) {
        skipped_ += static_cast<std::uint64_t>(late / periodNs);
        number += late / periodNs;
      }
      cycles_++;
      cycle(plan_.exposures[static_cast<std::size_t>(number) % plan_.exposures.size()], startNs_ + number * periodNs);
    }
  } catch (const std::system_error&) {
    // The chip has gone, and with it what it drove.
    lost_ = true;
  }
  restrain();
}

// The four edges of a cycle in the order of their times; of equal times the one that ends light comes first.
void Sequencer::cycle(const Exposure& exposure, std::int64_t beginNs) {
  const std::int64_t litNs = beginNs + exposure.strobeDelayUs * nsPerUs;
  const std::int64_t triggerEndNs = beginNs + exposure.triggerUs * nsPerUs;
  const bool pulse = trigger_ && exposure.triggerUs > 0;
  const bool light = strobe_ && exposure.strobeUs > 0;
  if (pulse) drive(*trigger_, true, beginNs);
  if (pulse && triggerEndNs <= litNs) drive(*trigger_, false, triggerEndNs);
  if (light) {
    sleepUntil(litNs - spinNs);
    if (!mayStrobe(std::max(nowNs(), litNs), exposure.strobeUs * nsPerUs)) {
      withheld_++;
    } else {
      const std::int64_t on = drive(*strobe_, true, litNs);
      const std::int64_t endNs = on + exposure.strobeUs * nsPerUs;
      const bool between = pulse && triggerEndNs > litNs && triggerEndNs < endNs;
      if (between) drive(*trigger_, false, triggerEndNs);
      const std::int64_t width = drive(*strobe_, false, endNs) - on;
      lightNs_ -= width;
      longestStrobeNs_ = std::max<std::uint64_t>(longestStrobeNs_, static_cast<std::uint64_t>(width));
      if (pulse && triggerEndNs > litNs && !between) drive(*trigger_, false, triggerEndNs);
      return;
    }
  }
  if (pulse && triggerEndNs > litNs) drive(*trigger_, false, triggerEndNs);
  if (!pulse && !light) sleepUntil(beginNs);
}

// Light is a stock that fills at the largest share of time and is spent by what was truly lit: a pulse that a late thread made longer
// is paid back with darkness, and in the long run the share holds whatever happened.
bool Sequencer::mayStrobe(std::int64_t atNs, std::int64_t widthNs) {
  lightNs_ = std::min(lightNs_ + (atNs - filledNs_) * strobeShareMost / 100, std::int64_t{strobeMostUs} * nsPerUs);
  filledNs_ = atNs;
  return lightNs_ >= widthNs;
}

std::int64_t Sequencer::drive(Line& line, bool active, std::int64_t atNs) {
  sleepUntil(atNs - spinNs);
  while (nowNs() < atNs) {
  }
  line.set(active);
  const std::int64_t done = nowNs();
  const std::int64_t late = (done - atNs) / nsPerUs;
  std::size_t bucket = 0;
  while (bucket < latenessUs.size() && late >= latenessUs[bucket]) bucket++;
  lateness_[bucket]++;
  return done;
}

void Sequencer::restrain() noexcept {
  for (Line* line : {strobe_.get(), trigger_.get()}) {
    try {
      if (line) line->set(false);
    } catch (const std::system_error&) {
      // The chip has gone.
    }
  }
}

SequencerReport Sequencer::report() const {
  SequencerReport report{cycles_, skipped_, withheld_, longestStrobeNs_, {}, realtime_, locked_, lost_};
  std::ranges::transform(lateness_, report.lateness.begin(), [](const auto& count) { return count.load(); });
  return report;
}

}  // namespace platekeeper::gpio
