package io.eidolon.graph.gradient;

/**
 * How a Resize finds the pixels of one axis. The formulas are those of the ONNX operator
 * specification.
 *
 * @param step the node
 * @param from the size of the axis in x
 * @param to the size of the axis in y
 * @param scale by which it grows
 */
record ResizeInterpolation(Step step, long from, long to, double scale) {

	/** The map from an axis of the node's input to that of its output. */
	static AxisMap map(Step step, int axis, double scale) {
		return new ResizeInterpolation(step, step.size(step.x(0), axis), step.size(step.y(), axis), scale).map();
	}

	private AxisMap map() {
		AxisMap map = new AxisMap(new double[Math.toIntExact(this.to * this.from)], (int) this.to, (int) this.from);
		String mode = this.step.attributes().text("mode", "nearest");
		for (int j = 0; j < this.to; j++) {
			double place = place(j);
			switch (mode) {
				case "nearest" -> map.add(j, inside(nearest(place)), 1);
				case "linear" -> linear(map, j, Math.clamp(place, 0, this.from - 1.0));
				case "cubic" -> cubic(map, j, place);
				default -> throw this.step.unsupported("interpolates in a mode without a rule");
			}
		}
		return map;
	}

	/** Where pixel j of y lies in x. */
	private double place(int j) {
		double halfPixel = (j + 0.5) / this.scale - 0.5;
		return switch (this.step.attributes().text("coordinate_transformation_mode", "half_pixel")) {
			case "half_pixel" -> halfPixel;
			case "pytorch_half_pixel" -> (this.to > 1) ? halfPixel : 0;
			case "align_corners" -> (this.to > 1) ? j * (this.from - 1.0) / (this.to - 1.0) : 0;
			case "asymmetric" -> j / this.scale;
			case "half_pixel_symmetric" -> this.from / 2.0 * (1 - this.to / (this.scale * this.from)) + halfPixel;
			default -> throw this.step.unsupported("places pixels in a way without a rule");
		};
	}

	private long nearest(double place) {
		return (long) switch (this.step.attributes().text("nearest_mode", "round_prefer_floor")) {
			case "floor" -> Math.floor(place);
			case "ceil" -> Math.ceil(place);
			case "round_prefer_ceil" -> Math.floor(place + 0.5);
			default -> Math.ceil(place - 0.5);
		};
	}

	private void linear(AxisMap map, int j, double place) {
		long left = (long) place;
		map.add(j, left, 1 - (place - left));
		map.add(j, inside(left + 1), place - left);
	}

	// Keys, Cubic convolution interpolation, 1981, with the slope a.
	private void cubic(AxisMap map, int j, double place) {
		double a = this.step.attributes().real("cubic_coeff_a", -0.75f);
		long left = (long) Math.floor(place);
		for (long i = left - 1; i <= left + 2; i++) {
			double s = Math.abs(place - i);
			double near = ((a + 2) * s - (a + 3)) * s * s + 1;
			double far = ((a * s - 5 * a) * s + 8 * a) * s - 4 * a;
			map.add(j, inside(i), (s <= 1) ? near : far);
		}
	}

	private long inside(long pixel) {
		return Math.clamp(pixel, 0, this.from - 1);
	}

}
