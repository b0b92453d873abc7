package io.eidolon.graph.canonical;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Value;
import io.eidolon.graph.shape.Shapes;
import io.eidolon.modelcard.ModelCard.ValueRange;

/**
 * Tells between which values a graph's output lies, by interval arithmetic over its
 * operators; see Moore, Interval Analysis, 1966.
 *
 * @param interval of the output
 */
public record OutputRange(Interval interval) {

	/**
	 * What a canonical graph's output lies between.
	 */
	public static OutputRange of(OnnxGraph canonical) {
		Graph graph = Graph.of(canonical);
		Intervals intervals = new Intervals(Shapes.of(graph));
		graph.nodes().forEach(intervals::add);
		return new OutputRange(intervals.of(graph.outputs().getFirst()));
	}

	/** The range that images use from end to end, empty when operators do not tell. */
	public Optional<ValueRange> range() {
		return (this.interval.tight() && this.interval.isFinite() && this.interval.minimum() < this.interval.maximum())
				? Optional.of(new ValueRange((float) this.interval.minimum(), (float) this.interval.maximum()))
				: Optional.empty();
	}

	/** The least number that there can be, which may be minus infinity. */
	public double minimum() {
		return this.interval.minimum();
	}

	/** The greatest number that there can be, which may be infinity. */
	public double maximum() {
		return this.interval.maximum();
	}

	/** The intervals of a graph's values, from front to back. */
	private static final class Intervals {

		private final Shapes shapes;

		private final Map<Value, Interval> known = new HashMap<>();

		Intervals(Shapes shapes) {
			this.shapes = shapes;
		}

		Interval of(Value value) {
			Interval interval = this.known.get(value);
			return (interval != null) ? interval : this.shapes.values(value).map(Interval::of).orElse(Interval.ALL);
		}

		void add(Node node) {
			if (!node.isStandard() || node.outputs().isEmpty()) {
				return;
			}
			for (Value output : node.outputs()) {
				boolean bytes = this.shapes.type(output) == DataType.UINT8;
				Interval made = bytes ? Interval.BYTES : node.inputs().isEmpty() ? Interval.ALL : made(node);
				if (made != Interval.ALL) {
					this.known.put(output, made);
				}
			}
		}

		private Interval made(Node node) {
			Interval x = of(node.input(0));
			return switch (node.operator()) {
				case "Tanh", "Softsign", "Erf" -> x.signed();
				case "Sin", "Cos" -> Interval.ALL.signed();
				case "Sigmoid", "HardSigmoid" -> Interval.UNIT;
				case "Softmax" -> Interval.UNIT.loose();
				case "Relu" -> x.rising((value) -> Math.max(0, value));
				case "LeakyRelu" -> {
					double slope = node.attributes().real("alpha", 0.01f);
					yield (slope >= 0) ? x.rising((value) -> (value < 0) ? slope * value : value) : Interval.ALL;
				}
				case "Elu", "Celu" -> x.clamped(-Math.abs(node.attributes().real("alpha", 1)), x.maximum()).loose();
				case "Selu" -> x.clamped(-1.7581, Math.max(x.maximum(), 1.0507 * x.maximum())).loose();
				case "Gelu", "HardSwish", "Mish", "Swish" -> x.clamped(-0.376, x.maximum()).loose();
				case "Softplus" -> x.rising((value) -> (value > 30) ? value : Math.log1p(Math.exp(value))).loose();
				case "Exp" -> x.rising(Math::exp).loose();
				case "Sqrt" -> x.clamped(0, Double.POSITIVE_INFINITY).rising(Math::sqrt);
				case "Abs" -> absolute(x);
				case "Neg" -> x.negated();
				case "Clip" -> x.clamped(bound(node, 1).minimum(), bound(node, 2).maximum());
				case "Min", "Max" -> extreme(node, x);
				case "Pow" -> power(x, of(node.input(1)));
				case "Add", "Sum", "Sub", "Mul", "Div" -> arithmetic(node, x);
				case "Concat" -> Interval.around(node.inputs().stream().map(this::of).toList());
				case "Where" -> Interval.around(List.of(of(node.input(1)), of(node.input(2))));
				case "Pad" -> node.attributes().text("mode", "constant").equals("constant")
						? Interval.around(List.of(x, node.has(2) ? of(node.input(2)) : new Interval(0, 0, true))) : x;
				case "Resize" -> node.attributes().text("mode", "nearest").equals("cubic") ? Interval.ALL : x;
				case "Cast", "Round", "Floor", "Ceil", "Identity", "Dropout", "Reshape", "Flatten", "Squeeze",
						"Unsqueeze", "Transpose", "Slice", "Split", "Gather", "Expand", "Tile", "DepthToSpace",
						"SpaceToDepth", "MaxPool", "GlobalMaxPool", "ReduceMax", "ReduceMin" ->
					x;
				case "AveragePool", "GlobalAveragePool", "ReduceMean" -> x.loose();
				default -> Interval.ALL;
			};
		}

		// A bound that is left out, or that each run computes, bounds nothing.
		private Interval bound(Node node, int input) {
			return node.has(input) ? of(node.input(input)) : Interval.ALL;
		}

		private static Interval absolute(Interval x) {
			double least = (x.minimum() <= 0 && x.maximum() >= 0) ? 0
					: Math.min(Math.abs(x.minimum()), Math.abs(x.maximum()));
			return new Interval(least, Math.max(Math.abs(x.minimum()), Math.abs(x.maximum())), x.tight());
		}

		private Interval extreme(Node node, Interval first) {
			Interval extreme = first;
			for (Value input : node.inputs().subList(1, node.inputs().size())) {
				Interval other = of(input);
				boolean constant = other.isPoint() || extreme.isPoint();
				Interval point = other.isPoint() ? other : extreme;
				Interval rest = other.isPoint() ? extreme : other;
				if (constant) {
					extreme = node.is("Min") ? rest.clamped(Double.NEGATIVE_INFINITY, point.maximum())
							: rest.clamped(point.minimum(), Double.POSITIVE_INFINITY);
				}
				else {
					extreme = extreme.with(other, node.is("Min") ? Math::min : Math::max);
				}
			}
			return extreme;
		}

		private static Interval power(Interval x, Interval exponent) {
			if (!exponent.isPoint() || exponent.minimum() <= 0) {
				return Interval.ALL;
			}
			if (exponent.minimum() == 2) {
				return absolute(x).rising((value) -> value * value);
			}
			return (x.minimum() >= 0) ? x.rising((value) -> Math.pow(value, exponent.minimum())) : Interval.ALL;
		}

		private Interval arithmetic(Node node, Interval first) {
			Interval result = first;
			for (Value input : node.inputs().subList(1, node.inputs().size())) {
				Interval other = of(input);
				result = switch (node.operator()) {
					case "Mul" -> (input == node.input(0)) ? absolute(first).rising((value) -> value * value)
							: result.with(other, (x, y) -> (x == 0 || y == 0) ? 0 : x * y);
					case "Div" -> (other.minimum() > 0 || other.maximum() < 0) ? result.with(other, (x, y) -> x / y)
							: Interval.ALL;
					case "Sub" -> result.with(other, (x, y) -> x - y);
					default -> result.with(other, Double::sum);
				};
			}
			return result;
		}

	}

}
