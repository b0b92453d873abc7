package io.eidolon.bench;

import java.util.Arrays;

import io.eidolon.graph.OnnxGraph;
import io.eidolon.graph.canonical.ByteTail;
import io.eidolon.graph.canonical.CanonicalForm;
import io.eidolon.graph.canonical.GeneratorPorts;
import io.eidolon.graph.canonical.GeneratorPorts.Hints;
import io.eidolon.graph.rewrite.Calibration;
import io.eidolon.graph.rewrite.FastForm;
import io.eidolon.inference.onnx.GeneratorSession;
import io.eidolon.inference.onnx.LatentBatch;

/** The forms of a generator's graph that are compared. */
public enum GraphForm {

	/** The nodes of the file; floats come out, which are still to be made bytes. */
	AS_EXPORTED {

		@Override
		GeneratorSession open(byte[] model) {
			return GeneratorSession.open(canonical(model).bytes());
		}

		@Override
		Object run(GeneratorSession session, float[] z, int count) {
			return session.run(z, null, count);
		}

	},

	/** As it serves: rewritten, with bytes at its end. */
	REWRITTEN {

		@Override
		GeneratorSession open(byte[] model) {
			return openWithBytes(FastForm.of(canonical(model)).graph());
		}

		@Override
		Object run(GeneratorSession session, float[] z, int count) {
			return session.samples(new LatentBatch(z, null, count));
		}

	},

	/** Rewritten, and its wide layers computed with integers. */
	INT8 {

		@Override
		GeneratorSession open(byte[] model) {
			return openWithBytes(calibrated(canonical(model)));
		}

		@Override
		Object run(GeneratorSession session, float[] z, int count) {
			return session.samples(new LatentBatch(z, null, count));
		}

	};

	private static final int CALIBRATION_PICTURES = 64;

	/** Opens a generator whose pictures lie between -1 and 1. */
	abstract GeneratorSession open(byte[] model);

	/** Generates images and copies them out of the session's memory. */
	abstract Object run(GeneratorSession session, float[] z, int count);

	private static OnnxGraph calibrated(OnnxGraph canonical) {
		Calibration calibration = Calibration.of(canonical);
		try (GeneratorSession session = GeneratorSession.open(calibration.observed().bytes())) {
			float[] z = GraphBenchmark.latents(CALIBRATION_PICTURES);
			for (int from = 0; from < z.length; from += BenchModels.DIMENSION) {
				float[] single = Arrays.copyOfRange(z, from, from + BenchModels.DIMENSION);
				calibration.observe(session.outputs(new LatentBatch(single, null, 1)));
			}
		}
		return calibration.quantised().graph();
	}

	private static GeneratorSession openWithBytes(OnnxGraph graph) {
		return GeneratorSession.open(ByteTail.on(graph, -1, 1).bytes());
	}

	static OnnxGraph canonical(byte[] model) {
		OnnxGraph graph = CanonicalForm.upgraded(OnnxGraph.parse(model));
		return CanonicalForm.of(graph, GeneratorPorts.of(graph, Hints.NONE));
	}

}
