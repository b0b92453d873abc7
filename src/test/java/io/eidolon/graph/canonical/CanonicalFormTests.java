package io.eidolon.graph.canonical;

import java.util.List;
import java.util.Map;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import io.eidolon.graph.ForeignGenerators;
import io.eidolon.graph.InvalidGraphException;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static io.eidolon.graph.ForeignGenerators.integer;
import static io.eidolon.graph.ForeignGenerators.operator;
import static io.eidolon.graph.ForeignGenerators.value;
import static io.eidolon.graph.ForeignGenerators.weights;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@Tag("foreign")
class CanonicalFormTests {

	@Test
	void aGraphThatIsCanonicalKeepsItsNodes() {
		ModelProto model = ForeignGenerators.plain();
		assertThat(canonical(model).getNodeList()).isEqualTo(model.getGraph().getNodeList());
	}

	@Test
	void thePortsAreDeclaredAsTheyAre() {
		GraphProto graph = canonical(ForeignGenerators.conditional(true, DataType.FLOAT));
		assertThat(graph.getInputList()).extracting(ValueInfoProto::getName).containsExactly("z", "label");
		assertThat(graph.getInput(1).getType().getTensorType().getElemType()).isEqualTo(DataType.INT64_VALUE);
		assertThat(graph.getOutput(0)).isEqualTo(named(value("image", DataType.FLOAT, 1, 3, 16, 16), "N"));
	}

	@Test
	void aBatchThatNeedNotBeOneIsOpened() {
		assertThat(ports(ForeignGenerators.sprites()).batches()).isTrue();
		assertThat(ports(ForeignGenerators.all().get("a batch of one") instanceof ModelProto model ? model
				: ForeignGenerators.plain())
			.batches()).isFalse();
	}

	@Test
	void namesThatTheCanonicalFormNeedsAreTakenFromOthers() {
		// An input called image, an inner value called z, and an output called label.
		ModelProto model = ForeignGenerators.of(value("image", DataType.FLOAT, -1, 64),
				List.of(operator("Tanh", "z", List.of("image")), operator("Identity", "label", List.of("z"))),
				value("label", DataType.FLOAT, -1, 64));
		GraphProto graph = canonical(model);
		assertThat(graph.getInputList()).extracting(ValueInfoProto::getName).containsExactly("z");
		assertThat(graph.getOutputList()).extracting(ValueInfoProto::getName).containsExactly("image");
		assertThat(graph.getNodeList().stream().flatMap((node) -> node.getOutputList().stream()))
			.doesNotHaveDuplicates()
			.doesNotContain("z", "label");
	}

	@Test
	void whatNoPictureDependsOnIsLeftOut() {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.addInitializer(weights("unused", new float[1], 1))
			.addNode(operator("Add", "idle", List.of("image", "unused")))
			.addOutput(value("idle", DataType.FLOAT, -1, 3, 16, 16));
		GraphProto graph = canonical(model.build());
		assertThat(graph.getNodeList()).extracting(NodeProto::getOpType).doesNotContain("Add");
		assertThat(graph.getInitializerList()).noneMatch((tensor) -> tensor.getName().equals("unused"));
		assertThat(graph.getOutputCount()).isEqualTo(1);
	}

	@Test
	void theFirstOutputThatIsAPictureIsTheOne() {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		ValueInfoProto picture = model.getGraph().getOutput(0);
		model.getGraphBuilder().clearOutput().addOutput(value("p0", DataType.FLOAT, -1, 8, 1, 1)).addOutput(picture);
		assertThat(ports(model.build()).image().output()).isEqualTo("image");
	}

	@Test
	void aLabelOfUnknownClassesNeedsACard() {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.addInput(value("which", DataType.INT64, -1, 1))
			.setInput(0, value("noise", DataType.FLOAT, -1, 8))
			.addNode(0, operator("Cast", "number", List.of("which"), integer("to", DataType.FLOAT_VALUE)))
			.addNode(1, operator("Add", "z", List.of("noise", "number")));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> ports(model.build()))
			.withMessage(
					"The graph takes which int64 (?, 1); a label of unknown classes, or a number that is always the same; "
							+ "a model.json in a folder with the graph can say it: { \"classes\": [\"first\", \"second\"] } "
							+ "or { \"inputs\": { \"which\": 0 } }");
		assertThat(GeneratorPorts.of(OnnxGraph.of(model.build()), new Hints(null, 3, null, null)).classes())
			.isEqualTo(3);
	}

	@Test
	void anInputThatNothingReadsIsForNothing() {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.addInput(value("label", DataType.INT64, -1))
			.addInput(value("x", DataType.STRING, 3, 3));
		assertThat(ports(model.build()).roles()).containsOnlyKeys("z");
		assertThat(canonical(model.build()).getInputCount()).isEqualTo(1);
	}

	@Test
	void moreInputsThanAGeneratorHasAreRefusedWithTheCardThatWouldSettleIt() {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.setInput(0, value("a", DataType.FLOAT, -1, 8))
			.addInput(value("b", DataType.FLOAT, -1, 8))
			.addInput(value("c", DataType.FLOAT, -1, 8))
			.addNode(0, operator("Sum", "z", List.of("a", "b", "c")));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> ports(model.build()))
			.withMessage(
					"The graph takes a float (?, 8), b float (?, 8), c float (?, 8); which of them is the latent and "
							+ "which the label is not known; a model.json in a folder with the graph can say it: "
							+ "{ \"inputs\": { \"a\": \"latent\", \"b\": \"label\", \"c\": 0 } }");
	}

	@Test
	void aBatchThatTheGraphHoldsToIsRefused() {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.setInput(0, value("noise", DataType.FLOAT, 16, 8))
			.addNode(0, operator("Reshape", "z", List.of("noise", "sixteen")))
			.addInitializer(ForeignGenerators.integers("sixteen", new long[] { 16, 8 }, 2));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> ports(model.build()))
			.withMessageStartingWith("The graph takes a batch of just 16, as one image alone cannot be generated: "
					+ "Operator Reshape (z) cannot give [1, 8] the shape [16, 8]");
	}

	@Test
	void whatIsNeitherLatentNorLabelCanBeANumberThatTheCardSays() {
		Map<String, long[]> others = Map.of("a single number", new long[0], "a picture", new long[] { -1, 4, 4, 3 },
				"numbers along several axes", new long[] { -1, 2, 3 });
		others.forEach((found, shape) -> {
			ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
			model.getGraphBuilder()
				.setInput(0, value("noise", DataType.FLOAT, -1, 8))
				.addInput(value("extra:0", DataType.FLOAT, shape))
				.addNode(0, operator("ReduceSum", "number", List.of("extra:0"), integer("keepdims", 0)))
				.addNode(1, operator("Add", "z", List.of("noise", "number")));
			assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> ports(model.build()))
				.withMessageContaining("extra:0 is " + found)
				.withMessageContaining("{ \"inputs\": { \"noise\": \"latent\", \"extra:0\": %s } }"
					.formatted((shape.length == 0) ? "1" : "0"));
		});
	}

	@Test
	void ofTwoLabelsTheCardCanSayANumber() {
		ModelProto.Builder model = ForeignGenerators.plain().toBuilder();
		model.getGraphBuilder()
			.setInput(0, value("noise", DataType.FLOAT, -1, 8))
			.addInput(value("hair", DataType.INT64, -1, 1))
			.addInput(value("eyes", DataType.INT64, -1, 1))
			.addNode(0, operator("Add", "both", List.of("hair", "eyes")))
			.addNode(1, operator("Cast", "number", List.of("both"), integer("to", DataType.FLOAT_VALUE)))
			.addNode(2, operator("Add", "z", List.of("noise", "number")));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> ports(model.build()))
			.withMessageContaining("both would be the label; of one the card can say a number")
			.withMessageContaining("{ \"inputs\": { \"hair\": \"label\", \"eyes\": 0 } }");
	}

	@Test
	void aBranchThatARunDecidesIsRefusedWithWhatToDo() {
		ModelProto.Builder model = ForeignGenerators.all()
			.getOrDefault("a branch that shapes decide", ForeignGenerators.plain())
			.toBuilder();
		model.getGraphBuilder()
			.getNodeBuilderList()
			.stream()
			.filter((node) -> node.getOpType().equals("Shape"))
			.forEach((
					node) -> node.setOpType("Cast").setInput(0, "z").addAttribute(integer("to", DataType.INT64_VALUE)));
		assertThatExceptionOfType(InvalidGraphException.class)
			.isThrownBy(() -> GeneratorPorts.of(CanonicalForm.upgraded(OnnxGraph.of(model.build())), Hints.NONE))
			.withMessage("Operator If (flat) branches on what only a run tells; export the network without it, "
					+ "squeeze(1) of PyTorch as flatten or reshape");
	}

	private static GraphProto canonical(ModelProto model) {
		OnnxGraph graph = OnnxGraph.of(model);
		return CanonicalForm.of(graph, ports(model)).model().getGraph();
	}

	private static GeneratorPorts ports(ModelProto model) {
		return GeneratorPorts.of(OnnxGraph.of(model), Hints.NONE);
	}

	private static ValueInfoProto named(ValueInfoProto value, String batch) {
		ValueInfoProto.Builder named = value.toBuilder();
		named.getTypeBuilder().getTensorTypeBuilder().getShapeBuilder().getDimBuilder(0).setDimParam(batch);
		return named.build();
	}

}
