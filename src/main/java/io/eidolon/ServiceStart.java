package io.eidolon;

/** The main class of the service's jar. */
public final class ServiceStart {

	private ServiceStart() {
	}

	public static void main(String[] arguments) {
		JavaCheck.requireNewEnough();
		EidolonApplication.main(arguments);
	}

}
