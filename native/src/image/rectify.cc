#include "image/rectify.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace platekeeper {
namespace {

constexpr double farthest = 100'000.0;
// Below this a corner of the margin is too near the horizon to be drawn.
constexpr double nearestHorizon = 1e-3;
constexpr std::int32_t samplesMost = 4;
// Cells of a patch; a quadrilateral that asks for more is reduced further.
constexpr std::int64_t cellsMost = std::int64_t{1} << 22;

struct Point {
  double x, y;
};

// Steps in the frame for one output pixel to the right and one down.
struct Footprint {
  Point right, down;
};

// The unit square's projective map to the quadrilateral: X = (a u + b v + c) / (g u + h v + 1), Y with d, e, f.
// Source: P. Heckbert, Fundamentals of Texture Mapping and Image Warping, 1989, section 2.2.
struct Projection {
  double a, b, c, d, e, f, g, h;

  static std::optional<Projection> of(const Quad& q) {
    double sign = 0.0;
    for (std::size_t i = 0; i < 4; i++) {
      const Point p{q[2 * i], q[2 * i + 1]}, next{q[(2 * i + 2) % 8], q[(2 * i + 3) % 8]}, after{q[(2 * i + 4) % 8], q[(2 * i + 5) % 8]};
      if (!(std::abs(p.x) <= farthest) || !(std::abs(p.y) <= farthest)) return std::nullopt;
      const double turn = (next.x - p.x) * (after.y - next.y) - (next.y - p.y) * (after.x - next.x);
      if (std::abs(turn) < 1e-6 || turn * sign < 0.0) return std::nullopt;
      sign = turn;
    }
    const double x1 = q[2] - q[4], x2 = q[6] - q[4], x3 = q[0] - q[2] + q[4] - q[6];
    const double y1 = q[3] - q[5], y2 = q[7] - q[5], y3 = q[1] - q[3] + q[5] - q[7];
    const double whole = x1 * y2 - x2 * y1;
    const double g = (x3 * y2 - x2 * y3) / whole, h = (x1 * y3 - x3 * y1) / whole;
    return Projection{q[2] - q[0] + g * q[2], q[6] - q[0] + h * q[6], q[0], q[3] - q[1] + g * q[3], q[7] - q[1] + h * q[7], q[1], g, h};
  }

  double depth(double u, double v) const { return g * u + h * v + 1.0; }
  Point at(double u, double v) const { return {(a * u + b * v + c) / depth(u, v), (d * u + e * v + f) / depth(u, v)}; }
  Footprint footprint(double u, double v, double du, double dv) const {
    const Point p = at(u, v);
    const double w = depth(u, v);
    return {{(a - p.x * g) / w * du, (d - p.y * g) / w * du}, {(b - p.x * h) / w * dv, (e - p.y * h) / w * dv}};
  }
};

// How a quadrilateral is drawn: the part of the frame that is read, by how much it is reduced first, and samples a pixel after that.
struct Drawing {
  double left, top, du, dv;          // the rectangle's corner and pixel size, in the unit square
  std::int32_t x0, y0, x1, y1;       // the part of the frame
  std::int32_t reduceX, reduceY;     // by these whole numbers
  std::int32_t samplesX, samplesY;

  static std::optional<Drawing> of(const Projection& projection, const RectifyOptions& options, const ImageView& image);
};

std::optional<Drawing> Drawing::of(const Projection& projection, const RectifyOptions& options, const ImageView& image) {
  const double left = -options.marginX, right = 1.0 + options.marginX, top = -options.marginY, bottom = 1.0 + options.marginY;
  const double du = (right - left) / static_cast<double>(options.width), dv = (bottom - top) / static_cast<double>(options.height);
  const std::array<Point, 4> corners{{{left, top}, {right, top}, {right, bottom}, {left, bottom}}};

  Point low{farthest, farthest}, high{-farthest, -farthest};
  double leastX = farthest, leastY = farthest;
  for (const Point& corner : corners) {
    if (projection.depth(corner.x, corner.y) < nearestHorizon) return std::nullopt;
    const Point p = projection.at(corner.x, corner.y);
    const Footprint foot = projection.footprint(corner.x, corner.y, du, dv);
    low = {std::min(low.x, p.x), std::min(low.y, p.y)};
    high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    leastX = std::min(leastX, std::hypot(foot.right.x, foot.down.x));
    leastY = std::min(leastY, std::hypot(foot.right.y, foot.down.y));
  }
  // Half of what is asked, so that two samples a pixel, each as wide as a cell, make up the rest without blur or gaps.
  const auto half = [](double step) { return std::max(1, static_cast<std::int32_t>(std::ceil(0.5 * step - 0.05))); };
  Drawing drawing{left, top, du, dv, 0, 0, 0, 0, half(leastX), half(leastY), 1, 1};

  const auto within = [](double value, std::int32_t size) {
    return static_cast<std::int32_t>(std::clamp(value, 0.0, static_cast<double>(size)));
  };
  const auto fit = [&] {
    drawing.x0 = std::min(within(std::floor(low.x) - drawing.reduceX, image.width), image.width - 1);
    drawing.y0 = std::min(within(std::floor(low.y) - drawing.reduceY, image.height), image.height - 1);
    drawing.x1 = std::max(within(std::ceil(high.x) + drawing.reduceX, image.width), drawing.x0 + 1);
    drawing.y1 = std::max(within(std::ceil(high.y) + drawing.reduceY, image.height), drawing.y0 + 1);
    const std::int64_t columns = (drawing.x1 - drawing.x0) / drawing.reduceX + 1, rows = (drawing.y1 - drawing.y0) / drawing.reduceY + 1;
    return columns * rows <= cellsMost;
  };
  while (!fit()) drawing.reduceX++, drawing.reduceY++;

  double stepX = 0.0, stepY = 0.0;
  for (const Point& corner : corners) {
    const Footprint foot = projection.footprint(corner.x, corner.y, du, dv);
    stepX = std::max(stepX, std::hypot(foot.right.x / drawing.reduceX, foot.right.y / drawing.reduceY));
    stepY = std::max(stepY, std::hypot(foot.down.x / drawing.reduceX, foot.down.y / drawing.reduceY));
  }
  const auto samples = [](double step) { return std::clamp(static_cast<std::int32_t>(std::ceil(std::min(step, 100.0) - 0.1)), 1, samplesMost); };
  drawing.samplesX = samples(stepX);
  drawing.samplesY = samples(stepY);
  return drawing;
}

// The reduced part of the frame, ready for bilinear lookup.
Texture textureOf(const Kernels& kernels, const ImageView& image, const Drawing& drawing, Workspace& workspace) {
  const std::int32_t width = (drawing.x1 - drawing.x0 + drawing.reduceX - 1) / drawing.reduceX;
  const std::int32_t height = (drawing.y1 - drawing.y0 + drawing.reduceY - 1) / drawing.reduceY;
  const std::size_t columns = static_cast<std::size_t>(width), rows = static_cast<std::size_t>(height), cells = columns * rows;
  workspace.cells.resize(std::max(workspace.cells.size(), cells));

  const auto pack = [&](auto rowAt) {
    const std::uint8_t* row = rowAt(0);
    for (std::int32_t y = 0; y < height; y++) {
      const std::uint8_t* const below = rowAt(std::min(y + 1, height - 1));
      kernels.packCells(row, below, &workspace.cells[static_cast<std::size_t>(y) * columns], columns);
      row = below;
    }
  };
  if (drawing.reduceX == 1 && drawing.reduceY == 1) {
    const LumaRows luma(kernels, image, drawing.x0, drawing.x1);
    LumaWindow window(luma, columns, 2, workspace.luma, workspace.held);
    pack([&](std::int32_t y) { return window.row(drawing.y0 + y); });
  } else {
    workspace.patch.columns.plan(drawing.x0, drawing.x1 - drawing.x0, drawing.reduceX, columns, image.width);
    workspace.patch.rows.plan(drawing.y0, drawing.y1 - drawing.y0, drawing.reduceY, rows, image.height);
    workspace.patch.columns.roundWeights();
    workspace.patch.rows.roundWeights();
    workspace.picture.resize(std::max(workspace.picture.size(), cells));
    workspace.bytes.resize(std::max(workspace.bytes.size(), cells));
    resample(kernels, image, workspace.patch, {workspace.picture.data(), columns, 1.0f, 0.0f}, workspace);
    kernels.toBytes(workspace.picture.data(), workspace.bytes.data(), cells);
    pack([&](std::int32_t y) { return workspace.bytes.data() + static_cast<std::size_t>(y) * columns; });
  }
  return {workspace.cells.data(), width, height};
}

}  // namespace

bool rectify(const Kernels& kernels, const ImageView& image, const Quad& quad, const RectifyOptions& options, float* out,
             Workspace& workspace) {
  std::fill_n(out, options.width * options.height, 0.0f);
  const std::optional<Projection> projection = Projection::of(quad);
  if (!projection) return false;
  const std::optional<Drawing> drawing = Drawing::of(*projection, options, image);
  if (!drawing) return false;
  const Texture texture = textureOf(kernels, image, *drawing, workspace);

  // The projection in the texture's own coordinates, in which a whole number is a cell's centre.
  const Projection& p = *projection;
  const auto shifted = [](double frame, double depth, std::int32_t origin, std::int32_t reduce) {
    return (frame - origin * depth) / reduce - 0.5 * depth;
  };
  const float gain = 1.0f / static_cast<float>(drawing->samplesX * drawing->samplesY);
  for (std::size_t j = 0; j < options.height; j++) {
    for (std::int32_t sy = 0; sy < drawing->samplesY; sy++) {
      const double v = drawing->top + (static_cast<double>(j) + (sy + 0.5) / drawing->samplesY) * drawing->dv;
      for (std::int32_t sx = 0; sx < drawing->samplesX; sx++) {
        const double u = drawing->left + (sx + 0.5) / drawing->samplesX * drawing->du, du = drawing->du;
        const double depth = p.depth(u, v), depthStep = p.g * du;
        const Ray ray{
            static_cast<float>(shifted(p.a * u + p.b * v + p.c, depth, drawing->x0, drawing->reduceX)),
            static_cast<float>(shifted(p.a * du, depthStep, drawing->x0, drawing->reduceX)),
            static_cast<float>(shifted(p.d * u + p.e * v + p.f, depth, drawing->y0, drawing->reduceY)),
            static_cast<float>(shifted(p.d * du, depthStep, drawing->y0, drawing->reduceY)),
            static_cast<float>(depth),
            static_cast<float>(depthStep),
        };
        kernels.warpRow(texture, ray, gain, out + j * options.width, options.width);
      }
    }
  }
  return true;
}

}  // namespace platekeeper
