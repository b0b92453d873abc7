package io.eidolon.graph.shape;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.MachineMemory;
import io.eidolon.graph.Quoted;
import io.eidolon.graph.TensorData;
import io.eidolon.graph.ir.Graph;
import io.eidolon.graph.ir.Node;
import io.eidolon.graph.ir.Value;

/**
 * What one run of a graph takes at most. It is told from shapes, before anything is run:
 * a few bytes can ask for more memory, or more time, than any machine has.
 *
 * @param bytes the most memory that the tensors of a run hold at a time, weights left out
 * @param work multiplications in convolutions, windows and matrix products
 */
public record Footprint(long bytes, long work) {

	/**
	 * About four times that of StyleGAN2 at 1024 by 1024, and no more than half of the
	 * memory that the machine, or the container, has.
	 */
	public static final long MAX_BYTES = Math.min(1L << 31, MachineMemory.total() / 2);

	/** Some ten seconds on a core; StyleGAN2 at 1024 by 1024 needs a sixth. */
	private static final long MAX_WORK = 500_000_000_000L;

	/**
	 * Adds up what a run takes.
	 * @throws InvalidGraphException when a shape is not known before the run, or when it
	 * takes more than any generator does
	 */
	public static Footprint of(Graph graph, Shapes shapes) {
		return of(graph, shapes, true);
	}

	/**
	 * Adds up what the part of a run takes whose shapes are known.
	 * @throws InvalidGraphException when that is more than any generator takes
	 */
	static Footprint ofKnown(Graph graph, Shapes shapes) {
		return of(graph, shapes, false);
	}

	private static Footprint of(Graph graph, Shapes shapes, boolean all) {
		List<Node> nodes = graph.nodes();
		Map<Value, Integer> lastReads = lastReads(graph, nodes);
		Map<Integer, Long> freed = new HashMap<>();
		long held = 0;
		long most = 0;
		long work = 0;
		for (int i = 0; i < nodes.size(); i++) {
			Node node = nodes.get(i);
			for (Value output : node.outputs()) {
				if (!output.name().isEmpty()) {
					int lastRead = lastReads.getOrDefault(output, i);
					long bytes = (all || shapes.of(output).isPresent()) ? bytes(node, output, lastRead > i, shapes) : 0;
					held += bytes;
					freed.merge(lastRead, bytes, Long::sum);
				}
			}
			long multiplications = multiplications(node, shapes);
			work += multiplications;
			most = Math.max(most, held + scratch(node, shapes));
			if (most > MAX_BYTES || work > MAX_WORK || work < 0) {
				throw new InvalidGraphException(
						"At operator %s a run takes %s MB and %s million multiplications; at most %s MB and %s million are allowed"
							.formatted(Quoted.of(node.operator()), most >> 20, work / 1_000_000, MAX_BYTES >> 20,
									MAX_WORK / 1_000_000));
			}
			held -= freed.getOrDefault(i, 0L);
		}
		return new Footprint(most, work);
	}

	// An optional output that nothing reads is as large as the first.
	private static long bytes(Node node, Value output, boolean read, Shapes shapes) {
		List<Long> shape = shapes.of(output)
			.or(() -> read ? Optional.empty() : shapes.of(node.output()))
			.orElseThrow(() -> new InvalidGraphException(
					"The size of what operator %s makes cannot be told before a run; only graphs where it can are run"
						.formatted(Quoted.of(node.operator()))));
		return TensorData.bytes(Quoted.of(output.name()), shape, shapes.type(output));
	}

	private static long multiplications(Node node, Shapes shapes) {
		return switch (node.operator()) {
			case "Conv" -> product(size(node.output(), shapes), perOutput(node.input(1), 1, shapes));
			case "ConvTranspose" -> product(size(node.input(0), shapes), perOutput(node.input(1), 1, shapes));
			case "MatMul",
					"Gemm" ->
				product(size(node.output(), shapes),
						shapes.of(node.input(0))
							.map((shape) -> shape.isEmpty() ? 1 : Math.max(shape.getFirst(), shape.getLast()))
							.orElse(1L));
			case "LRN" -> product(pixels(node, shapes), window(node));
			case "MaxPool", "AveragePool", "LpPool" -> product(size(node.output(), shapes),
					node.attributes().integers("kernel_shape").stream().reduce(1L, Footprint::product));
			default -> node.outputs().isEmpty() ? 0 : size(node.output(), shapes);
		};
	}

	/** The memory that a kernel takes beside its tensors. */
	private static long scratch(Node node, Shapes shapes) {
		return switch (node.operator()) {
			// Its columns: as many numbers for each input pixel as a kernel has.
			case "ConvTranspose" ->
				product(Float.BYTES, product(pixels(node, shapes), perOutput(node.input(1), 1, shapes)));
			// The squares of all channels, and of as many beside them as the window is
			// wide.
			case "LRN" ->
				product(Float.BYTES, size(node.input(0), shapes) + product(pixels(node, shapes), window(node)));
			default -> 0;
		};
	}

	private static long pixels(Node node, Shapes shapes) {
		List<Long> x = shapes.of(node.input(0)).orElse(List.of(1L, 1L));
		return size(node.input(0), shapes) / Math.max(1, (x.size() > 1) ? x.get(1) : 1);
	}

	private static long window(Node node) {
		return Math.max(0, node.attributes().integer("size", 1));
	}

	private static long perOutput(Value weights, int from, Shapes shapes) {
		return shapes.of(weights).map((shape) -> shape.stream().skip(from).reduce(1L, Footprint::product)).orElse(1L);
	}

	private static long size(Value value, Shapes shapes) {
		return shapes.of(value).map((shape) -> shape.stream().reduce(1L, Footprint::product)).orElse(0L);
	}

	private static long product(long x, long y) {
		return (Math.multiplyHigh(x, y) == 0 && x * y >= 0) ? Math.min(x * y, MAX_WORK + 1) : MAX_WORK + 1;
	}

	// Where each value is read last. What is made of weights alone is kept by the
	// runtime.
	private static Map<Value, Integer> lastReads(Graph graph, List<Node> nodes) {
		Map<Value, Integer> reads = new HashMap<>();
		Set<Value> constants = new HashSet<>(graph.constants());
		constants.add(Value.ABSENT);
		for (int i = 0; i < nodes.size(); i++) {
			int position = i;
			Node node = nodes.get(i);
			node.inputs().forEach((input) -> reads.merge(input, position, Math::max));
			node.outputs().forEach((output) -> reads.put(output, position));
			if (constants.containsAll(node.inputs())) {
				constants.addAll(node.outputs());
			}
		}
		for (Value constant : constants) {
			reads.computeIfPresent(constant, (value, position) -> Integer.MAX_VALUE);
		}
		graph.outputs().forEach((output) -> reads.put(output, Integer.MAX_VALUE));
		return reads;
	}

}
