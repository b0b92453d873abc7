package io.eidolon.graph.gradient;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.LongStream;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;

import static io.eidolon.graph.ForeignGenerators.integer;
import static io.eidolon.graph.ForeignGenerators.ints;

/** Random uses of each operator that has a rule, to hold the rule against. */
final class GradientRuleCases {

	/** Linear operators that ONNX Runtime has in 32 bits alone. */
	static final Set<String> SINGLE_PRECISION = Set.of("Resize", "AveragePool", "GlobalAveragePool", "Mean",
			"DepthToSpace", "SpaceToDepth");

	private static final Map<String, Function<RandomGraph, String>> CASES = new TreeMap<>();

	static {
		for (String operator : List.of("Relu", "Tanh", "Sigmoid", "Softplus", "Exp", "Neg", "Abs", "Sin", "Cos", "Atan",
				"Sinh", "Cosh", "Asinh", "Identity", "Dropout")) {
			CASES.put(operator, (draft) -> draft.node(operator, List.of(draft.active(draft.upTo(9)))));
		}
		CASES.put("Erf", (draft) -> draft.node("Erf",
				List.of(draft.node("Mul", List.of(draft.active(9), draft.floats(new float[] { 0.2f }))))));
		for (String operator : List.of("Tan", "Asin", "Acos", "Atanh")) {
			CASES.put(operator, (draft) -> draft.node(operator, List.of(draft.node("Mul",
					List.of(draft.node("Tanh", List.of(draft.active(9))), draft.floats(new float[] { 0.7f }))))));
		}
		CASES.put("Acosh", (draft) -> draft.node("Acosh",
				List.of(draft.node("Add", List.of(draft.positive(9), draft.floats(new float[] { 1.2f }))))));
		for (String operator : List.of("Sqrt", "Log", "Reciprocal")) {
			CASES.put(operator, (draft) -> draft.node(operator, List.of(draft.positive(draft.upTo(9)))));
		}
		for (String operator : List.of("LeakyRelu", "Elu")) {
			CASES.put(operator, (draft) -> draft.node(operator, List.of(draft.active(draft.upTo(9))),
					real("alpha", draft.oneOf(List.of(0.01f, 0.2f, 1.5f)))));
		}
		for (String operator : List.of("Add", "Sub", "Mul", "Max", "Min", "Mean", "Sum")) {
			CASES.put(operator, (draft) -> broadcast(draft, operator, draft::active));
		}
		CASES.put("Div", (draft) -> broadcast(draft, "Div", draft::positive));
		CASES.put("Pow", GradientRuleCases::power);
		CASES.put("Where", GradientRuleCases::where);
		CASES.put("Clip", (draft) -> draft.node("Clip",
				List.of(draft.active(9), draft.floats(new float[] { -1 }), draft.floats(new float[] { 0.5f }))));
		CASES.put("PRelu", (draft) -> {
			int channels = draft.upTo(4);
			return draft.node("PRelu", List.of(draft.active(channels, 3, 2), draft.normal(channels, 1, 1)));
		});
		CASES.put("MatMul", GradientRuleCases::matrixProduct);
		CASES.put("Gemm", GradientRuleCases::generalMatrixProduct);
		CASES.put("Conv", GradientRuleCases::convolution);
		CASES.put("ConvTranspose", GradientRuleCases::transposedConvolution);
		CASES.put("BatchNormalization", (draft) -> {
			int channels = draft.upTo(4);
			String x = draft.oneOf(List.of(true, false)) ? draft.active(channels) : draft.active(channels, 3, 2);
			return draft.node("BatchNormalization", List.of(x, draft.normal(channels), draft.normal(channels),
					draft.normal(channels), draft.scales(channels)), real("epsilon", 1e-3f));
		});
		CASES.put("InstanceNormalization", (draft) -> {
			int channels = draft.upTo(3);
			String x = draft.active(channels, 1 + draft.upTo(4), 1 + draft.upTo(4));
			return draft.node("InstanceNormalization", List.of(x, draft.normal(channels), draft.normal(channels)));
		});
		CASES.put("Softmax", (draft) -> draft.node("Softmax", List.of(draft.active(2, 3, 4)),
				integer("axis", draft.oneOf(List.of(1, 2, 3, -1)))));
		for (String operator : List.of("ReduceSum", "ReduceMean", "ReduceL1", "ReduceL2", "ReduceSumSquare",
				"ReduceMax", "ReduceMin", "ReduceLogSum", "ReduceLogSumExp")) {
			CASES.put(operator, (draft) -> reduction(draft, operator));
		}
		CASES.put("GlobalAveragePool",
				(draft) -> draft.node("GlobalAveragePool", List.of(draft.active(3, draft.upTo(5), draft.upTo(5)))));
		CASES.put("AveragePool", GradientRuleCases::averageWindows);
		CASES.put("Reshape", (draft) -> draft.node("Reshape", List.of(draft.active(2, 6),
				draft.integers(draft.oneOf(List.of(new long[] { 0, 3, 4 }, new long[] { -1, 12 }))))));
		CASES.put("Flatten", (draft) -> {
			String flat = draft.node("Flatten", List.of(draft.active(2, 3, 2)), integer("axis", draft.upTo(3)));
			return draft.node("Reshape", List.of(flat, draft.integers(-1, 12)));
		});
		CASES.put("Squeeze",
				(draft) -> draft.oneOf(List.of(true, false))
						? draft.node("Squeeze", List.of(draft.active(1, 5, 1), draft.integers(1, -1)))
						: draft.node("Squeeze", List.of(draft.active(1, 5, 1))));
		CASES.put("Unsqueeze", (draft) -> draft.node("Unsqueeze",
				List.of(draft.active(5), draft.integers(draft.oneOf(List.of(1L, 2L, -1L))))));
		CASES.put("Transpose", (draft) -> draft.node("Transpose", List.of(draft.active(2, 3, 4)),
				ints("perm", draft.oneOf(List.of(new long[] { 0, 3, 1, 2 }, new long[] { 0, 2, 3, 1 })))));
		CASES.put("Concat", (draft) -> {
			String fixed = draft.node("Mul", List.of(draft.active(2, 2), draft.normal(2, 2)));
			return draft.node("Concat", List.of(draft.active(2, 3), fixed, draft.active(2, 1)), integer("axis", -1));
		});
		CASES.put("Split", GradientRuleCases::split);
		CASES.put("Slice", GradientRuleCases::slice);
		CASES.put("Pad", GradientRuleCases::pad);
		CASES.put("Tile", (draft) -> draft.node("Tile", List.of(draft.active(2, 3), draft
			.integers(draft.oneOf(List.of(new long[] { 1, 1, 2 }, new long[] { 1, 3, 2 }, new long[] { 1, 1, 1 }))))));
		CASES.put("Trilu", (draft) -> draft.node("Trilu",
				List.of(draft.active(3, 4), draft.integer(draft.upTo(3) - 2L)), integer("upper", draft.upTo(2) - 1L)));
		CASES.put("CumSum", (draft) -> draft.node("CumSum", List.of(draft.active(3, 4), draft.integer(draft.upTo(2))),
				integer("exclusive", draft.upTo(2) - 1L), integer("reverse", draft.upTo(2) - 1L)));
		CASES.put("GatherElements", GradientRuleCases::gatherElements);
		CASES.put("GatherND", (draft) -> {
			String last = draft.node("Transpose", List.of(draft.active(4, 3)), ints("perm", 1, 2, 0));
			String places = draft.node("Reshape", List.of(draft.integers(3, 1, 3), draft.integers(3, 1)));
			return draft.node("Transpose", List.of(draft.node("GatherND", List.of(last, places))),
					ints("perm", 2, 0, 1));
		});
		CASES.put("ScatterElements", GradientRuleCases::scatterElements);
		CASES.put("TopK",
				(draft) -> draft
					.nodes(2, "TopK", List.of(draft.active(5, 4), draft.integers(3)),
							integer("axis", draft.oneOf(List.of(1, 2, -1))))
					.getFirst());
		CASES.put("Gather", GradientRuleCases::gather);
		CASES.put("Expand", (draft) -> draft.node("Expand", List.of(draft.active(1, 3), draft.integers(1, 4, 1))));
		CASES.put("Resize", GradientRuleCases::resize);
		CASES.put("DepthToSpace",
				(draft) -> draft.node("DepthToSpace", List.of(draft.active(8, draft.upTo(3), draft.upTo(3))),
						integer("blocksize", 2), text("mode", draft.oneOf(List.of("DCR", "CRD")))));
		CASES.put("SpaceToDepth", (draft) -> draft.node("SpaceToDepth",
				List.of(draft.active(2, 2 * draft.upTo(3), 2 * draft.upTo(3))), integer("blocksize", 2)));
		CASES.put("Cast", (draft) -> {
			String wide = draft.node("Cast", List.of(draft.active(4)), integer("to", DataType.DOUBLE.getNumber()));
			return draft.node("Cast", List.of(wide), integer("to", DataType.FLOAT.getNumber()));
		});
		CASES.put("Einsum", (draft) -> switch (draft.upTo(4)) {
			case 1 ->
				draft.node("Einsum", List.of(draft.active(3, 2), draft.active(2, 4)), text("equation", "nab,nbc->nca"));
			case 2 -> draft.node("Einsum", List.of(draft.active(3, 2, 2), draft.normal(3, 5)),
					text("equation", "...chw,cd->...dhw"));
			case 3 -> draft.node("Einsum", List.of(draft.active(3, 2), draft.active(2, 4)),
					text("equation", "... a b, ... b c"));
			default -> draft.node("Einsum", List.of(draft.active(3, 2, 2), draft.normal(3, 5)),
					text("equation", "nchw,cd->ndhw"));
		});
		CASES.put("CastLike", (draft) -> draft.node("CastLike", List.of(draft.active(4), draft.normal(1))));
	}

	private GradientRuleCases() {
	}

	static Set<String> operators() {
		return CASES.keySet();
	}

	/** Puts a random use of an operator into a draft, and returns what it makes. */
	static String use(String operator, RandomGraph draft) {
		Function<RandomGraph, String> example = CASES.get(operator);
		if (example == null) {
			throw new AssertionError(operator + " has no case");
		}
		return example.apply(draft);
	}

	private static String broadcast(RandomGraph draft, String operator, Function<long[], String> active) {
		String full = active.apply(new long[] { 2, 3, 4 });
		String other = switch (draft.upTo(5)) {
			case 1 -> active.apply(new long[] { 1, 3, 1 });
			case 2 -> active.apply(new long[] { 2, 1, 1 });
			case 3 -> draft.scales(1, 2, 3, 1);
			case 4 -> draft.scales(4);
			default -> operator.equals("Mul") ? full : active.apply(new long[] { 2, 3, 4 });
		};
		return draft.node(operator, (draft.upTo(2) == 1) ? List.of(full, other) : List.of(other, full));
	}

	private static String power(RandomGraph draft) {
		String base = draft.positive(2, 3);
		return switch (draft.upTo(3)) {
			case 1 -> draft.node("Pow", List.of(draft.active(2, 3), draft.floats(new float[] { 2 })));
			case 2 -> draft.node("Pow", List.of(base, draft.normal(3)));
			default -> draft.node("Pow", List.of(base, draft.active(1, 3)));
		};
	}

	private static String where(RandomGraph draft) {
		String condition = draft.node("Less", List.of(draft.active(2, 3), draft.normal(3)));
		return draft.node("Where", List.of(condition, draft.active(2, 1), draft.active(2, 3)));
	}

	private static String matrixProduct(RandomGraph draft) {
		int inner = draft.upTo(5);
		return switch (draft.upTo(4)) {
			case 1 -> draft.node("MatMul", List.of(draft.active(inner), draft.normal(inner, 4)));
			case 2 -> draft.node("MatMul", List.of(draft.active(3, inner), draft.normal(inner, 4)));
			case 3 -> draft.node("MatMul", List.of(draft.normal(3, inner), draft.active(2, inner, 2)));
			default -> draft.node("MatMul", List.of(draft.active(1, 3, inner), draft.active(2, inner, 4)));
		};
	}

	private static String generalMatrixProduct(RandomGraph draft) {
		int inner = draft.upTo(5);
		boolean left = draft.upTo(2) == 1;
		boolean right = draft.upTo(2) == 1;
		if (draft.upTo(3) == 1) {
			return rightProduct(draft, inner, left, right);
		}
		String a = draft.active(inner);
		if (left) {
			a = draft.node("Transpose", List.of(a), ints("perm", 1, 0));
		}
		String b = right ? draft.normal(4, inner) : draft.normal(inner, 4);
		String c = (draft.upTo(2) == 1) ? draft.active(4) : draft.normal(4);
		return draft.node("Gemm", List.of(a, b, c), integer("transA", left ? 1 : 0), integer("transB", right ? 1 : 0),
				real("alpha", 0.7f), real("beta", 1.3f));
	}

	private static String rightProduct(RandomGraph draft, int inner, boolean left, boolean right) {
		String b = draft.active(inner);
		if (!right) {
			b = draft.node("Transpose", List.of(b), ints("perm", 1, 0));
		}
		String a = left ? draft.normal(inner, 3) : draft.normal(3, inner);
		String product = draft.node("Gemm", List.of(a, b), integer("transA", left ? 1 : 0),
				integer("transB", right ? 1 : 0), real("alpha", 0.7f));
		return draft.node("Transpose", List.of(product), ints("perm", 1, 0));
	}

	private static String convolution(RandomGraph draft) {
		int group = draft.upTo(3);
		int from = draft.upTo(2);
		int to = group * draft.upTo(2);
		long[] kernel = draft.sizes(2, 1, 3);
		long[] dilations = draft.sizes(2, 1, 2);
		String x = draft.active(group * from, 5 + draft.upTo(3), 5 + draft.upTo(3));
		String w = draft.normal(to, from, kernel[0], kernel[1]);
		return draft.node("Conv", (draft.upTo(2) == 1) ? List.of(x, w) : List.of(x, w, draft.normal(to)),
				ints("strides", draft.sizes(2, 1, draft.upTo(3))), ints("dilations", dilations),
				ints("pads", draft.sizes(4, 0, 2)), integer("group", group));
	}

	private static String transposedConvolution(RandomGraph draft) {
		int group = draft.upTo(3);
		int from = group * draft.upTo(2);
		int to = draft.upTo(2);
		long[] kernel = draft.sizes(2, 1, 4);
		long[] strides = draft.sizes(2, 1, 3);
		long[] dilations = draft.sizes(2, 1, 2);
		long[] pads = LongStream.range(0, 4).map((i) -> draft.upTo((int) kernel[(int) i % 2]) - 1L).toArray();
		long[] extra = LongStream.of(strides).map((stride) -> draft.upTo((int) stride) - 1L).toArray();
		String x = draft.active(from, 2 + draft.upTo(3), 2 + draft.upTo(3));
		String w = draft.normal(from, to, kernel[0], kernel[1]);
		return draft.node("ConvTranspose",
				(draft.upTo(2) == 1) ? List.of(x, w) : List.of(x, w, draft.normal((long) to * group)),
				ints("strides", strides), ints("dilations", dilations), ints("pads", pads),
				ints("output_padding", extra), integer("group", group));
	}

	/** A convolution whose weights and offsets are made of the one latent. */
	static String modulated(RandomGraph draft, String operator) {
		long[] kernel = draft.sizes(2, 1, 3);
		long[] weights = { draft.upTo(3), draft.upTo(3), kernel[0], kernel[1] };
		boolean transposed = operator.equals("ConvTranspose");
		String w = draft.node("Reshape", List.of(draft.active(weights), draft.integers(weights)));
		String b = draft.node("Reshape",
				List.of(draft.active(weights[transposed ? 1 : 0]), draft.integers(weights[transposed ? 1 : 0])));
		String x = draft.active(weights[transposed ? 0 : 1], 4 + draft.upTo(3), 5);
		return draft.node(operator, List.of(x, w, b), ints("strides", draft.sizes(2, 1, 2)),
				ints("dilations", draft.sizes(2, 1, 2)),
				ints("pads", LongStream.range(0, 4).map((i) -> draft.upTo((int) kernel[(int) i % 2]) - 1L).toArray()));
	}

	/** A convolution whose pads follow from a size. */
	static String paddedBySize(RandomGraph draft, String operator, AttributeProto size) {
		long[] kernel = draft.sizes(2, 3, 4);
		return draft.node(operator, List.of(draft.active(2, 5, 4), draft.normal(2, 2, kernel[0], kernel[1])),
				ints("strides", draft.sizes(2, 1, 2)), size);
	}

	/** A convolution over so many axes. */
	static String convolution(RandomGraph draft, String operator, int axes) {
		long[] x = draft.sizes(1 + axes, 3, 5);
		long[] w = draft.sizes(2 + axes, 2, 3);
		x[0] = 2;
		w[0] = 2;
		w[1] = 2;
		return draft.node(operator, List.of(draft.active(x), draft.normal(w)), ints("strides", draft.sizes(axes, 1, 2)),
				ints("pads", draft.sizes(2 * axes, 0, 1)));
	}

	private static String reduction(RandomGraph draft, String operator) {
		AttributeProto keep = integer("keepdims", draft.upTo(2) - 1L);
		long[] axes = draft
			.oneOf(List.of(new long[] { 1 }, new long[] { -1, 1 }, new long[] { 2 }, new long[] { 1, 2, 3 }));
		String x = operator.equals("ReduceLogSum") ? draft.positive(2, 3, 4) : draft.active(2, 3, 4);
		return operator.equals("ReduceSum") ? draft.node(operator, List.of(x, draft.integers(axes)), keep)
				: draft.node(operator, List.of(x), ints("axes", axes), keep);
	}

	private static String averageWindows(RandomGraph draft) {
		long[] kernel = draft.sizes(2, 1, 3);
		long[] pads = LongStream.range(0, 4).map((i) -> draft.upTo((int) kernel[(int) i % 2]) - 1L).toArray();
		return draft.node("AveragePool", List.of(draft.active(draft.upTo(3), 3 + draft.upTo(4), 3 + draft.upTo(4))),
				ints("kernel_shape", kernel), ints("strides", draft.sizes(2, 1, 3)), ints("pads", pads),
				integer("count_include_pad", draft.upTo(2) - 1L));
	}

	private static String split(RandomGraph draft) {
		List<String> parts = draft.nodes(3, "Split", List.of(draft.active(7, 2), draft.integers(2, 1, 4)),
				integer("axis", 1));
		return draft.oneOf(List.of(parts.get(0), parts.get(2),
				draft.node("Concat", List.of(parts.get(2), parts.get(0)), integer("axis", 1))));
	}

	private static String slice(RandomGraph draft) {
		String x = draft.active(6, 5, 4);
		long[][] cuts = draft.oneOf(List.of(new long[][] { { 1, -2 }, { 4, 9 }, { 1, 2 }, { 1, 1 } },
				new long[][] { { 0 }, { 9 }, { 3 }, { 2 } },
				new long[][] { { -1, 1 }, { -99, 4 }, { 1, 2 }, { -2, 1 } },
				new long[][] { { -1 }, { -99 }, { -1 }, { -1 } }));
		return draft.node("Slice", List.of(x, draft.integers(cuts[0]), draft.integers(cuts[1]), draft.integers(cuts[2]),
				draft.integers(cuts[3])));
	}

	private static String pad(RandomGraph draft) {
		long[] pads = draft.sizes(8, 0, 2);
		pads[0] = 0;
		pads[4] = 0;
		String mode = draft.oneOf(List.of("constant", "reflect", "edge"));
		if (mode.equals("constant")) {
			pads[2] = -1;
		}
		return draft.node("Pad", List.of(draft.active(3, 4, 5), draft.integers(pads)), text("mode", mode));
	}

	private static String gather(RandomGraph draft) {
		String x = draft.active(4, 3, 5);
		String table = draft.node("Reshape", List.of(draft.integers(2, 0, -1, 2, 1, 1), draft.integers(2, 3)));
		String places = draft.oneOf(List.of(draft.integers(2, 0, -1, 2), draft.integer(1), table));
		return draft.node("Gather", List.of(x, places), integer("axis", draft.upTo(3)));
	}

	// The places are the same for both images, but a constant has no axis for them.
	private static String places(RandomGraph draft, String x, long... places) {
		String shape = draft.node("Shape", List.of(x));
		return draft.node("Expand",
				List.of(draft.node("Unsqueeze", List.of(draft.integers(places), draft.integers(0))),
						draft.node("Concat",
								List.of(draft.node("Slice", List.of(shape, draft.integers(0), draft.integers(1))),
										draft.integers(places.length)),
								integer("axis", 0))));
	}

	private static String gatherElements(RandomGraph draft) {
		String x = draft.active(4);
		return draft.node("GatherElements", List.of(x, places(draft, x, 2, 0, 0, 3, -1)), integer("axis", 1));
	}

	private static String scatterElements(RandomGraph draft) {
		String x = draft.active(4);
		boolean add = draft.upTo(2) == 1;
		String places = add ? places(draft, x, 1, 1, 0) : places(draft, x, 3, 1, 0);
		return draft.node("ScatterElements", List.of(x, places, draft.active(3)), integer("axis", 1),
				text("reduction", add ? "add" : "none"));
	}

	private static String resize(RandomGraph draft) {
		String x = draft.active(2, 1 + draft.upTo(4), 1 + draft.upTo(4));
		String coordinates = draft.oneOf(List.of("half_pixel", "pytorch_half_pixel", "align_corners", "asymmetric"));
		List<String> inputs = (draft.upTo(2) == 1)
				? List
					.of(x, "",
							draft.floats(draft.oneOf(List.of(new float[] { 1, 1, 2, 2 },
									new float[] { 1, 1, 1.7f, 0.6f }, new float[] { 1, 1, 3, 1 })), 4))
				: List.of(x, "", "", sizes(draft, x));
		return draft.node("Resize", inputs, text("mode", draft.oneOf(List.of("nearest", "linear", "cubic"))),
				text("coordinate_transformation_mode", coordinates),
				text("nearest_mode", draft.oneOf(List.of("floor", "ceil", "round_prefer_floor", "round_prefer_ceil"))));
	}

	private static String sizes(RandomGraph draft, String x) {
		String shape = draft.node("Shape", List.of(x));
		String batch = draft.node("Slice", List.of(shape, draft.integers(0), draft.integers(2)));
		return draft.node("Concat", List.of(batch, draft.integers(draft.sizes(2, 1, 7))), integer("axis", 0));
	}

	private static AttributeProto real(String name, float value) {
		return Attribute.real(name, value).onnx();
	}

	private static AttributeProto text(String name, String value) {
		return Attribute.text(name, value).onnx();
	}

}
