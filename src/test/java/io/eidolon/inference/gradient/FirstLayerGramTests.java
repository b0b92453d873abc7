package io.eidolon.inference.gradient;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.eidolon.graph.Attribute;
import io.eidolon.graph.Dimension;
import io.eidolon.graph.ElementType;
import io.eidolon.graph.TinyGenerators;
import io.eidolon.graph.ir.GraphBuilder;
import io.eidolon.graph.ir.Value;
import io.eidolon.inference.plan.CanonicalModel;
import io.eidolon.inference.plan.ModelSource;
import io.eidolon.modelcard.ModelCard;
import io.eidolon.modelcard.ModelFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class FirstLayerGramTests {

	private static final int SIDE = 8;

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void theGramMatrixIsThatOfTheFirstLayersWeights() throws IOException {
		double[][] gram = find(true).orElseThrow().gram();
		// Rows of W are i + 1 everywhere, so that W W^T = (i + 1)(j + 1) pixels
		for (int i = 0; i < 3; i++) {
			for (int j = 0; j < 3; j++) {
				assertThat(gram[i][j]).isCloseTo((i + 1) * (j + 1) * SIDE * SIDE, within(1e-3));
			}
		}
	}

	@Test
	void aLatentThatIsBentBeforeItsFirstLayerHasNone() throws IOException {
		assertThat(find(false)).isEmpty();
	}

	@Test
	void labelsThatAreJoinedToTheLatentAreNoHindrance() {
		Path model = TinyGenerators.write(this.folder, "tiny", SIDE, 1, "a", "b");
		assertThat(find(source(model)).orElseThrow().gram()).hasDimensions(TinyGenerators.DIMENSION,
				TinyGenerators.DIMENSION);
	}

	@Test
	void aFileThatIsNoLongerTheOneThatWasOpenedIsLeftAlone() throws IOException {
		Path model = TinyGenerators.write(this.folder, "tiny", SIDE, 1);
		ModelCard opened = CanonicalModel.read(source(model)).card();
		Files.write(model.resolve(ModelFiles.GRAPH), generator(true));
		assertThat(FirstLayerGram.of(source(model), opened)).isEmpty();
	}

	private Optional<FirstLayerGram> find(boolean affine) throws IOException {
		Files.write(this.folder.resolve(ModelFiles.GRAPH), generator(affine));
		return find(source(this.folder));
	}

	private static Optional<FirstLayerGram> find(ModelSource source) {
		return FirstLayerGram.of(source, CanonicalModel.read(source).card());
	}

	private static ModelSource source(Path folder) {
		return new ModelSource(folder, folder.resolve(ModelFiles.GRAPH), "tiny", null);
	}

	private static byte[] generator(boolean affine) {
		float[] weights = new float[3 * SIDE * SIDE];
		for (int i = 0; i < weights.length; i++) {
			weights[i] = 1 + i / (SIDE * SIDE);
		}
		GraphBuilder graph = new GraphBuilder("dense", 17);
		Value z = graph.input("z", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(3));
		Value entering = affine ? graph.node("Neg", List.of(z)) : graph.node("Mul", List.of(z, z));
		Value layer = graph.node("Gemm", List.of(entering, graph.constant("w", weights, 3, SIDE * SIDE),
				graph.constant("b", new float[SIDE * SIDE], SIDE * SIDE)), Attribute.real("alpha", 1));
		Value image = graph.node("Reshape",
				List.of(graph.node("Tanh", List.of(layer)), graph.constant("shape", new long[] { -1, 1, SIDE, SIDE })));
		graph.output(image, "image", ElementType.FLOAT, Dimension.BATCH, Dimension.fixed(1), Dimension.fixed(SIDE),
				Dimension.fixed(SIDE));
		return graph.build();
	}

}
