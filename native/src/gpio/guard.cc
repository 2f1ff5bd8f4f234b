// The strobe's guard: a program of its own that holds the strobe's line beside the unit (descriptor 3) and the end of a pipe
// (descriptor 0). It drives the line inactive when the pipe ends, which is when the unit does, by SIGKILL too; and when it finds the
// line lit for longer than any pulse may last, as a unit that was stopped or hangs would leave it.
//
//   strobe-guard LONGEST_PULSE_US
#include <linux/gpio.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <initializer_list>

namespace {

constexpr int line = 3;

bool lit() {
  gpio_v2_line_values values{0, 1};
  return ioctl(line, GPIO_V2_LINE_GET_VALUES_IOCTL, &values) == 0 && (values.bits & 1) != 0;
}

void putOut() {
  gpio_v2_line_values values{0, 1};
  ioctl(line, GPIO_V2_LINE_SET_VALUES_IOCTL, &values);
}

// Whether the line is lit at every look for longer than a pulse may last. Looks are nearer to each other than any two pulses.
bool stuck(long longestUs) {
  constexpr long apartUs = 200;
  for (long looked = 0; looked <= longestUs + apartUs; looked += apartUs) {
    if (!lit()) return false;
    const timespec pause{0, apartUs * 1000};
    nanosleep(&pause, nullptr);
  }
  return lit();
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  const long longestUs = atol(arguments[1]);
  // The unit waits for this process only; its child stays.
  const pid_t child = fork();
  if (child != 0) return child > 0 ? 0 : 1;
  for (const int each : {SIGINT, SIGTERM, SIGHUP, SIGPIPE}) signal(each, SIG_IGN);
  for (;;) {
    pollfd pipe{0, 0, 0};
    constexpr int everyMs = 20;
    if (poll(&pipe, 1, everyMs) > 0) break;
    if (stuck(longestUs)) putOut();
  }
  putOut();
  return 0;
}
