package io.eidolon.search;

import java.util.Map;

import io.eidolon.inference.gradient.GradientResult;
import io.eidolon.serving.Condition;

/** Candidates of tests. */
public final class TestCandidates {

	private TestCandidates() {
	}

	/** A candidate whose best has this loss and this image. */
	public static Candidate of(float loss, float... image) {
		Candidate candidate = new Candidate(new SearchObjective(Map.of(), 1, 0, 0, null), new Lbfgs(), new float[1],
				Condition.NONE);
		candidate.evaluated(new GradientResult(loss, new float[1], image));
		return candidate;
	}

}
