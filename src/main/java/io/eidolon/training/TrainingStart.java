package io.eidolon.training;

import io.eidolon.JavaCheck;

/** The main class of the training jar. */
public final class TrainingStart {

	private TrainingStart() {
	}

	public static void main(String[] arguments) {
		JavaCheck.requireNewEnough();
		TrainingApplication.main(arguments);
	}

}
