package io.eidolon.graph.ir;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.OnnxRuntime;
import io.eidolon.graph.canonical.ByteTail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static io.eidolon.graph.ForeignGenerators.operator;
import static io.eidolon.graph.ForeignGenerators.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class GraphTests {

	static Map<String, ModelProto> generators() {
		return ForeignGenerators.all();
	}

	@ParameterizedTest
	@MethodSource("names")
	void whatIsReadIsWrittenAsItWas(String name) {
		ModelProto model = Objects.requireNonNull(generators().get(name));
		ModelProto written = Graph.of(OnnxGraph.of(model)).onnx().model();
		assertThat(written.getGraph().getNodeList()).isEqualTo(model.getGraph().getNodeList());
		assertThat(written.getGraph().getOutputList()).isEqualTo(model.getGraph().getOutputList());
		assertThat(written.getOpsetImportList()).extracting(OperatorSetIdProto::getVersion)
			.isEqualTo(model.getOpsetImportList().stream().map(OperatorSetIdProto::getVersion).toList());
		assertThat(written.getIrVersion()).isEqualTo(model.getIrVersion());
	}

	static List<String> names() {
		return List.copyOf(generators().keySet());
	}

	@Test
	void weightsAreSharedAndNotCopied() {
		OnnxGraph source = OnnxGraph.of(ForeignGenerators.plain());
		Map<String, TensorProto> weights = weights(source);
		for (OnnxGraph written : List.of(Graph.of(source).onnx(), ByteTail.on(source, -1, 1))) {
			Map<String, TensorProto> kept = weights(written);
			weights.forEach((name, weight) -> assertThat(Objects.requireNonNull(kept.get(name)).getRawData()).as(name)
				.isSameAs(weight.getRawData()));
		}
	}

	@Test
	void aValueKnowsWhoMakesItAndWhoReadsIt() {
		Graph graph = graph(operator("Tanh", "a", List.of("x")), operator("Mul", "y", List.of("a", "a")));
		Value a = graph.value("a").orElseThrow();
		Node tanh = graph.nodes("Tanh").getFirst();
		Node mul = graph.nodes("Mul").getFirst();
		assertThat(a.producer()).contains(tanh);
		assertThat(a.uses()).containsExactlyInAnyOrder(new Use(mul, 0), new Use(mul, 1));
		assertThat(a.onlyReader()).isEmpty();
		assertThat(graph.inputs().getFirst().onlyReader()).contains(tanh);
		assertThat(graph.outputs().getFirst().isUnused()).isFalse();
	}

	@Test
	void whatTakesThePlaceOfAValueTakesItsNameAndReaders() throws Exception {
		Graph graph = graph(operator("Tanh", "a", List.of("x")), operator("Neg", "y", List.of("a")));
		Value a = graph.value("a").orElseThrow();
		Node tanh = graph.nodes("Tanh").getFirst();
		Value abs = NodeWriter.before(tanh, graph, "").node("Abs", tanh.input(0));
		graph.replace(a, abs);
		graph.remove(tanh);
		assertThat(abs.name()).isEqualTo("a");
		assertThat(a.uses()).isEmpty();
		assertThat(graph.nodes()).extracting(Node::operator).containsExactly("Abs", "Neg");
		assertThat(graph.inputs().getFirst().uses()).hasSize(1);
	}

	@Test
	void whatTakesThePlaceOfAnOutputIsDeclaredAsItWas() {
		Graph graph = graph(operator("Tanh", "y", List.of("x")));
		Value y = graph.outputs().getFirst();
		Value abs = NodeWriter.atEnd(graph, "").node("Abs", graph.inputs().getFirst());
		graph.replace(y, abs);
		graph.removeUnused();
		assertThat(graph.onnx().model().getGraph().getOutput(0)).isEqualTo(value("y", DataType.FLOAT, -1, 4));
		assertThat(graph.nodes()).extracting(Node::operator).containsExactly("Abs");
	}

	@Test
	void aNameThatIsWantedIsTakenFromWhoeverHasIt() {
		Graph graph = graph(operator("Tanh", "z", List.of("x")), operator("Neg", "y", List.of("z")));
		Value inner = graph.value("z").orElseThrow();
		graph.rename(graph.inputs().getFirst(), "z");
		assertThat(graph.inputs().getFirst().name()).isEqualTo("z");
		assertThat(inner.name()).isNotEqualTo("z");
		assertThat(graph.value("z")).contains(graph.inputs().getFirst());
		assertThat(graph.value("x")).isEmpty();
	}

	@Test
	void aNodeThatIsReadCannotBeRemoved() {
		Graph graph = graph(operator("Tanh", "a", List.of("x")), operator("Neg", "y", List.of("a")));
		assertThatIllegalStateException().isThrownBy(() -> graph.remove(graph.nodes().getFirst()))
			.withMessage("Tanh (a) makes a, which is read");
	}

	@Test
	void whatNothingReadsIsTakenOut() {
		Graph graph = graph(operator("Neg", "y", List.of("x")), operator("Tanh", "a", List.of("x")),
				operator("Abs", "b", List.of("a")));
		NodeWriter.atEnd(graph, "").integers(1, 2);
		graph.removeUnused();
		assertThat(graph.nodes()).extracting(Node::operator).containsExactly("Neg");
		assertThat(graph.constants()).isEmpty();
	}

	@Test
	void aNodeThatReadsWhatNothingMakesIsRefused() {
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(() -> graph(operator("Tanh", "y", List.of("missing"))))
			.withMessage("Tanh reads missing, which nothing before it makes");
	}

	@Test
	void anAppliedGraphStoresItsWeightsOnce() throws Exception {
		NodeWriter inner = NodeWriter.newGraph("inner", 17);
		Value x = inner.graph().addInput("x", TensorType.of(DataType.FLOAT, Dimension.BATCH, Dimension.fixed(2)));
		inner.graph().addOutput(inner.node("Mul", x, inner.constant("w", Constant.floats(new float[] { 3, 5 }, 2))));

		NodeWriter outer = NodeWriter.newGraph("outer", 17);
		Value z = outer.graph().addInput("z", TensorType.of(DataType.FLOAT, Dimension.BATCH, Dimension.fixed(2)));
		AppliedGraph applied = new AppliedGraph(inner.graph(), outer);
		Value once = applied.to(Map.of(x, z)).getFirst();
		Value twice = applied.to(Map.of(x, once)).getFirst();
		twice.declare(TensorType.of(DataType.FLOAT, Dimension.BATCH, Dimension.fixed(2)));
		outer.graph().addOutput(twice);

		OnnxGraph written = outer.graph().onnx();
		assertThat(written.model().getGraph().getInitializerList()).hasSize(1);
		assertThat(OnnxRuntime.run(written.bytes(), new float[] { 1, 2 }, null, 1)).containsExactly(9, 50);
	}

	@Test
	void settingsAreReadAndChanged() {
		Attributes attributes = Attributes.of(Attribute.integers("axes", 1, 2), Attribute.real("alpha", 0.5f));
		assertThat(attributes.integers("axes")).containsExactly(1L, 2L);
		assertThat(attributes.with(Attribute.real("alpha", 2)).real("alpha", 0)).isEqualTo(2);
		assertThat(attributes.without("axes").has("axes")).isFalse();
		assertThat(attributes.real("beta", 7)).isEqualTo(7);
	}

	private static Map<String, TensorProto> weights(OnnxGraph graph) {
		return graph.model()
			.getGraph()
			.getInitializerList()
			.stream()
			.filter(TensorProto::hasRawData)
			.filter((tensor) -> tensor.getRawData().size() > 64)
			.collect(Collectors.toMap(TensorProto::getName, (tensor) -> tensor));
	}

	private static Graph graph(NodeProto... nodes) {
		return Graph.of(OnnxGraph.of(ForeignGenerators.of(value("x", DataType.FLOAT, -1, 4), List.of(nodes),
				value("y", DataType.FLOAT, -1, 4))));
	}

}
