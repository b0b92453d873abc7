package io.eidolon.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataLocation;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class OnnxGraphTests {

	private final ModelProto.Builder model = ForeignGenerators.plain().toBuilder();

	@TempDir
	private Path outside;

	private Path folder;

	@BeforeEach
	void makeFolder() throws IOException {
		this.folder = Files.createDirectory(this.outside.resolve("model"));
	}

	@Test
	void aGraphIsReadAsItIs() throws IOException {
		assertThat(read().model().getGraph().getNodeList()).isEqualTo(this.model.getGraph().getNodeList());
	}

	@Test
	void weightsInAFileOfTheFolderAreTakenIn() throws IOException {
		byte[] data = this.model.getGraph().getInitializer(1).getRawData().toByteArray();
		byte[] file = new byte[data.length + 32];
		System.arraycopy(data, 0, file, 16, data.length);
		Files.write(Files.createDirectory(this.folder.resolve("data")).resolve("weights.bin"), file);
		moveOut(Map.of("location", "data/weights.bin", "offset", "16", "length", Integer.toString(data.length)));
		assertThat(read().model().getGraph().getInitializer(1).getRawData().toByteArray()).isEqualTo(data);
	}

	@ParameterizedTest
	@ValueSource(strings = { "../secret", "/etc/hostname", "link", "", ".", "folder/../../secret" })
	void dataOutsideTheFolderIsRefused(String location) throws IOException {
		Path secret = Files.write(this.outside.resolve("secret"), new byte[1 << 16]);
		Files.createDirectory(this.folder.resolve("folder"));
		Files.createSymbolicLink(this.folder.resolve("link"), secret);
		moveOut(Map.of("location", location));
		assertRefused("%s keeps its data in %s; it must be in a file inside the model's folder"
			.formatted(this.model.getGraph().getInitializer(1).getName(), location));
	}

	@ParameterizedTest
	@ValueSource(strings = { "missing", "folder/missing weights", "folder\\weights" })
	void dataThatIsMissingIsCalledThat(String location) {
		moveOut(Map.of("location", location));
		assertRefused("%s keeps its data in %s, which is not there; put it beside the graph"
			.formatted(this.model.getGraph().getInitializer(1).getName(), location));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			offset | 1                   | needs 3072 bytes from byte 1 of weights, which has 3072
			offset | -1                  | needs 3072 bytes from byte -1 of weights, which has 3072
			offset | 9223372036854775807 | needs 3072 bytes from byte 9223372036854775807 of weights, which has 3072
			offset | x                   | : x must be a number of bytes
			length | 12                  | needs 3072 bytes, but its entry says
			""")
	void dataThatIsNotThereIsRefused(String key, String value, String reason) throws IOException {
		Files.write(this.folder.resolve("weights"), new byte[3072]);
		moveOut(Map.of("location", "weights", key, value));
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(this::read).withMessageContaining(reason);
	}

	@ParameterizedTest
	@ValueSource(longs = { -1, 5, 1L << 31, 1L << 40, Long.MAX_VALUE, Long.MIN_VALUE })
	void weightsThatAreNotAsLargeAsTheySayAreRefused(long axis) {
		this.model.getGraphBuilder().getInitializerBuilder(1).setDims(0, axis);
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(this::read)
			.withMessageStartingWith("weight w0 has ");
	}

	@Test
	void aLoopIsRefused() {
		NodeProto.Builder loop = node().setOpType("Loop");
		loop.addAttribute(AttributeProto.newBuilder()
			.setName("body")
			.setType(AttributeType.GRAPH)
			.setG(GraphProto.getDefaultInstance()));
		assertRefused("Operator Loop loops; a graph without loops is needed");
	}

	@Test
	void operatorsOfOthersAreRefused() {
		node().setDomain("com.example").setOpType("Magic");
		assertRefused("Operator Magic is of the domain com.example; standard operators are needed");
	}

	@Test
	void aGraphThatIsNotSortedIsRefused() {
		NodeProto first = this.model.getGraph().getNode(0);
		this.model.getGraphBuilder().removeNode(0).addNode(first);
		assertRefused("ConvTranspose reads p0, which nothing before it makes");
	}

	@Test
	void aValueThatIsMadeTwiceIsRefused() {
		this.model.getGraphBuilder().addNode(this.model.getGraph().getNode(0));
		assertRefused("p0 is made twice");
	}

	@Test
	void anOldOpsetIsRefused() {
		this.model.getOpsetImportBuilder(0).setVersion(8);
		assertRefused("The graph uses opset 8; 9 and later are understood");
	}

	@Test
	void namesOfAFileStayInOneLine() {
		node().setOpType("Re\nlu\u2028" + "x".repeat(500)).setDomain("d");
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(this::read)
			.satisfies((ex) -> assertThat(ex.getMessage()).hasLineCount(1).hasSizeLessThan(300));
	}

	@Test
	void aMissingFileIsRefused() {
		Path missing = this.folder.resolve("missing.onnx");
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(() -> OnnxGraph.read(missing, this.folder))
			.withMessage("The file is missing");
	}

	@Test
	void whatNobodyLooksAtIsLeftOut() throws IOException {
		this.model.getGraphBuilder().addValueInfo(ForeignGenerators.value("p1", DataType.FLOAT, 7));
		this.model.addTrainingInfoBuilder();
		this.model.addFunctionsBuilder().setName("f");
		ModelProto read = read().model();
		assertThat(read.getGraph().getValueInfoList()).isEmpty();
		assertThat(read.getTrainingInfoList()).isEmpty();
		assertThat(read.getFunctionsList()).isEmpty();
	}

	private NodeProto.Builder node() {
		return this.model.getGraphBuilder().getNodeBuilder(1);
	}

	private void moveOut(Map<String, String> place) {
		TensorProto.Builder tensor = this.model.getGraphBuilder().getInitializerBuilder(1);
		tensor.clearRawData().setDataLocation(DataLocation.EXTERNAL);
		place.forEach((key, value) -> tensor
			.addExternalData(StringStringEntryProto.newBuilder().setKey(key).setValue(value)));
	}

	private void assertRefused(String reason) {
		assertThatExceptionOfType(InvalidGraphException.class).isThrownBy(this::read).withMessage(reason);
	}

	private OnnxGraph read() throws IOException {
		Path file = Files.write(this.folder.resolve("x.onnx"), this.model.build().toByteArray());
		return OnnxGraph.read(file, this.folder);
	}

}
