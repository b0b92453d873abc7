package io.eidolon.training.export;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.gradient.Gradient;
import io.eidolon.graph.gradient.GradientGraph;
import io.eidolon.graph.gradient.Loss;
import io.eidolon.graph.gradient.Sessions;
import io.eidolon.graph.gradient.Values;
import io.eidolon.modelcard.PortNames;
import io.eidolon.training.network.Architecture;
import io.eidolon.training.network.ConditionTensors;
import io.eidolon.training.network.DiscriminatorTraits;
import io.eidolon.training.network.GeneratorNetwork;
import io.eidolon.training.network.Mode;
import io.eidolon.training.network.NetworkKind;
import io.eidolon.training.network.Weights;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Holds the gradient that ONNX Runtime computes against libtorch's own. */
@Tag("libtorch")
class AutogradTests {

	private static final int COUNT = 3;

	private static final int DIMENSION = 20;

	@ParameterizedTest
	@CsvSource({ "DCGAN,28,1,10", "DCGAN,32,3,0", "DCGAN,64,3,7", "RESIDUAL,28,1,10", "RESIDUAL,64,3,7",
			"MODULATED,28,1,10", "MODULATED,64,3,0", "TEXT,32,3,0", "TEXT,28,1,10", "DCGAN_TEXT,32,3,0",
			"DCGAN_TEXT,28,1,10" })
	void onnxRuntimeHasTheGradientOfLibtorch(NetworkKind kind, int size, int channels, int classes) throws Exception {
		torch.manual_seed(5);
		try (PointerScope _ = new PointerScope(); Sessions sessions = new Sessions()) {
			GeneratorNetwork generator = new Architecture(kind, size, channels, DIMENSION, 8, classes,
					DiscriminatorTraits.PLAIN)
				.generator();
			letResidualsSpeak(generator);
			Tensor z = torch.randn(COUNT, DIMENSION).requires_grad_(true);
			Tensor target = torch.randn(COUNT, channels, size, size);
			Tensor mask = torch.rand(COUNT, 1, size, size);
			@Nullable Tensor label = (classes > 0) ? Tensor.create(new long[] { 0, classes - 1, 1 }) : null;
			ConditionTensors condition = ConditionTensors.ofLabel(label)
				.withSentence(torch.randn(COUNT, 384).div(new Scalar(20)), torch.rand(COUNT, 1));
			Tensor image = generator.forward(z, condition, Mode.EVALUATION);
			Tensor error = image.sub(target).square().mul(mask).sum(1, 2, 3);
			Tensor loss = error.div(mask.sum(1, 2, 3).mul(new Scalar(channels)));
			Tensor expected = torch
				.grad(new TensorVector(loss.sum()), new TensorVector(z), new TensorVector(), new BoolOptional(false),
						false, false)
				.get(0);

			Map<String, Values> inputs = new HashMap<>();
			inputs.put(PortNames.LATENT, values(z));
			inputs.put(Loss.TARGET, values(target));
			inputs.put(Loss.MASK, values(mask));
			if (label != null) {
				inputs.put(PortNames.LABEL, new Values(DataType.INT64, new double[] { 0, classes - 1, 1 }, COUNT));
			}
			if (kind.readsText()) {
				inputs.put(PortNames.SENTENCE, values(Objects.requireNonNull(condition.sentence())));
				inputs.put(PortNames.STRENGTH, values(Objects.requireNonNull(condition.strength())));
			}
			GradientGraph gradient = Gradient.of(OnnxGraph.parse(GeneratorGraph.of(generator)),
					Loss.maskedSquaredError(channels, size, size));
			Map<String, Values> found = sessions.run(gradient.graph().model(), inputs);

			assertThat(difference(found, GradientGraph.LOSS, loss)).isLessThan(1e-5);
			double[] differences = differences(found, GradientGraph.LATENT_GRADIENT, expected);
			Arrays.sort(differences);
			// Where an activation is 0 but for rounding, either of its slopes is right.
			// On some processor one latent in some hundreds is such a place.
			assertThat(differences[COUNT - 2]).isLessThan(1e-5);
			assertThat(differences[COUNT - 1]).isLessThan(1e-2);
			assertThat(difference(found, GradientGraph.IMAGE, image)).isLessThan(1e-5);
		}
	}

	/** Residual blocks start as the identity, which would prove nothing of them. */
	private static void letResidualsSpeak(GeneratorNetwork generator) {
		try (NoGradGuard _ = new NoGradGuard()) {
			for (Tensor weight : generator.weights().parameters().get()) {
				weight.add_(torch.randn_like(weight).mul(new Scalar(0.02)));
			}
		}
	}

	private static Values values(Tensor tensor) {
		long[] shape = new long[(int) tensor.dim()];
		for (int i = 0; i < shape.length; i++) {
			shape[i] = tensor.size(i);
		}
		return Values.of(Weights.values(tensor.detach()), shape);
	}

	/** The greatest difference as a share of the greatest number. */
	private static double difference(Map<String, Values> found, String name, Tensor expected) {
		return Arrays.stream(differences(found, name, expected)).max().orElseThrow();
	}

	/** The same for each row. */
	private static double[] differences(Map<String, Values> found, String name, Tensor expected) {
		double[] elements = Objects.requireNonNull(found.get(name)).elements();
		float[] numbers = Weights.values(expected.detach());
		double[] differences = new double[COUNT];
		double greatest = 0;
		for (int i = 0; i < numbers.length; i++) {
			int row = i / (numbers.length / COUNT);
			differences[row] = Math.max(differences[row], Math.abs(elements[i] - numbers[i]));
			greatest = Math.max(greatest, Math.abs(numbers[i]));
		}
		double whole = greatest;
		return Arrays.stream(differences).map((difference) -> difference / whole).toArray();
	}

}
