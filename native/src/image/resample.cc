#include "image/resample.h"

#include <algorithm>
#include <cmath>

namespace platekeeper {
namespace {

// Overlaps below this share of a pixel are rounding, not picture.
constexpr double sliver = 1e-6;

std::size_t padded(std::size_t count) { return (count + lanesMax - 1) / lanesMax * lanesMax; }

}  // namespace

AxisPlan::Reach AxisPlan::reachOf(std::size_t output) const {
  const double size = end - first, begin = begin_ - first;
  const auto pixel = [&](double at) { return static_cast<std::int32_t>(at); };
  if (step_ > 1.0) {
    const double low = std::clamp(begin + static_cast<double>(output) * step_, 0.0, size - sliver);
    const double high = std::clamp(std::min(begin + static_cast<double>(output + 1) * step_, begin + extent_), low + sliver, size);
    const std::int32_t from = std::min(pixel(std::floor(low + sliver)), pixel(size) - 1);
    return {from, std::max(pixel(std::ceil(high - sliver)), from + 1), low, high};
  }
  // Bilinear: the average over one whole pixel's width about the centre is the same thing.
  const double low = std::clamp(begin + (static_cast<double>(output) + 0.5) * step_ - 0.5, 0.0, size - 1.0);
  const std::int32_t from = pixel(std::floor(low + sliver));
  return {from, std::max(pixel(std::ceil(low + 1.0 - sliver)), from + 1), low, low + 1.0};
}

void AxisPlan::plan(double begin, double extent, double step, std::size_t outputCount, std::int32_t inputSize) {
  if (begin == begin_ && extent == extent_ && step == step_ && outputCount == outputs && inputSize == inputSize_) return;
  begin_ = begin, extent_ = extent, step_ = step, inputSize_ = inputSize, outputs = outputCount;
  first = std::clamp(static_cast<std::int32_t>(std::floor(begin + sliver)), 0, inputSize - 1);
  end = std::clamp(static_cast<std::int32_t>(std::ceil(begin + extent - sliver)), first + 1, inputSize);

  perOutput = 1;
  for (std::size_t i = 0; i < outputs; i++) {
    const Reach reach = reachOf(i);
    perOutput = std::max(perOutput, static_cast<std::size_t>(reach.to - reach.from));
  }
  starts.assign(outputs, 0);
  weights.assign(outputs * perOutput, 0.0f);
  for (std::size_t i = 0; i < outputs; i++) {
    const Reach reach = reachOf(i);
    starts[i] = std::min(reach.from, end - first - static_cast<std::int32_t>(perOutput));
    float* const share = &weights[i * perOutput] + (reach.from - starts[i]);
    double whole = 0.0;
    const auto overlap = [&](std::int32_t x) { return std::min(reach.high, x + 1.0) - std::max(reach.low, static_cast<double>(x)); };
    for (std::int32_t x = reach.from; x < reach.to; x++) whole += overlap(x);
    for (std::int32_t x = reach.from; x < reach.to; x++) share[x - reach.from] = static_cast<float>(overlap(x) / whole);
  }
}

void AxisPlan::roundWeights() {
  constexpr float whole = 256.0f;
  if (perOutput > static_cast<std::size_t>(whole)) return;
  for (std::size_t i = 0; i < outputs; i++) {
    float* const share = &weights[i * perOutput];
    // Rounding the running sum, not each weight, keeps the sum at exactly one.
    float sum = 0.0f, rounded = 0.0f;
    for (std::size_t k = 0; k < perOutput; k++) {
      sum += share[k];
      const float until = std::round(std::min(sum, 1.0f) * whole);
      share[k] = (until - rounded) / whole;
      rounded = until;
    }
  }
}

bool AxisPlan::whole() const {
  if (perOutput > wholeFactors) return false;
  for (std::size_t i = 0; i < outputs; i++) {
    if (static_cast<std::size_t>(starts[i]) != i * perOutput) return false;
  }
  return std::ranges::all_of(weights, [&](float weight) { return weight == weights[0]; });
}

void resample(const Kernels& kernels, const ImageView& image, const Plans& plans, const Target& target, Workspace& workspace) {
  const auto& [columns, rows] = plans;
  const std::size_t pixels = static_cast<std::size_t>(columns.end - columns.first), stride = padded(pixels);
  workspace.lines.resize(std::max(workspace.lines.size(), bundleRows * stride));
  workspace.transposed.resize(std::max(workspace.transposed.size(), lanesMax * stride));
  workspace.pointers.resize(std::max(workspace.pointers.size(), rows.perOutput));
  workspace.weights.resize(std::max(workspace.weights.size(), rows.perOutput));
  const LumaRows luma(kernels, image, columns.first, columns.end);
  LumaWindow window(luma, pixels, rows.perOutput + 1, workspace.luma, workspace.held);

  const auto inputRow = [&](std::size_t row, std::size_t k) { return rows.first + rows.starts[row] + static_cast<std::int32_t>(k); };
  const auto weighRow = [&](std::size_t row, float* line) {
    const float* const weights = &rows.weights[row * rows.perOutput];
    std::size_t count = 0;
    for (std::size_t k = 0; k < rows.perOutput; k++) {
      if (weights[k] == 0.0f) continue;
      workspace.pointers[count] = window.row(inputRow(row, k));
      workspace.weights[count++] = weights[k] * target.gain;
    }
    for (std::size_t k = 0; k < rows.perOutput && row + 1 < rows.outputs; k++) luma.fetch(inputRow(row + 1, k));
    kernels.weighRows(workspace.pointers.data(), workspace.weights.data(), count, line, pixels);
  };
  if (columns.whole()) {
    for (std::size_t row = 0; row < rows.outputs; row++) {
      weighRow(row, workspace.lines.data());
      kernels.averageColumns(workspace.lines.data(), columns.perOutput, columns.weights[0], target.bias, target.out + row * target.stride,
                             columns.outputs);
    }
    return;
  }
  for (std::size_t top = 0; top < rows.outputs; top += bundleRows) {
    const std::size_t bundle = std::min(bundleRows, rows.outputs - top);
    for (std::size_t r = 0; r < bundle; r++) weighRow(top + r, &workspace.lines[r * stride]);
    kernels.weighColumns(workspace.lines.data(), stride, bundle, columns.taps(), target.bias, target.out + top * target.stride,
                         target.stride, workspace.transposed.data());
  }
}

Letterbox letterbox(const Kernels& kernels, const ImageView& image, const LetterboxOptions& options, float* out, Plans& plans,
                    Workspace& workspace) {
  const Rectangle& crop = options.crop;
  const double scale = std::min(static_cast<double>(options.withinWidth) / crop.width, static_cast<double>(options.withinHeight) / crop.height);
  const auto covered = [&](double extent, std::size_t most) {
    return std::clamp(static_cast<std::size_t>(std::lround(extent * scale)), std::size_t{1}, most);
  };
  const std::size_t columns = covered(crop.width, options.withinWidth), rows = covered(crop.height, options.withinHeight);
  plans.columns.plan(crop.x, crop.width, 1.0 / scale, columns, image.width);
  plans.rows.plan(crop.y, crop.height, 1.0 / scale, rows, image.height);

  const float gain = 1.0f / options.deviation;
  resample(kernels, image, plans, {out, options.width, gain, -options.mean * gain}, workspace);
  const float pad = (options.pad - options.mean) * gain;
  for (std::size_t row = 0; row < rows && columns < options.width; row++) {
    std::fill_n(out + row * options.width + columns, options.width - columns, pad);
  }
  std::fill_n(out + rows * options.width, (options.height - rows) * options.width, pad);
  return {scale, -crop.x * scale, -crop.y * scale};
}

}  // namespace platekeeper
