package io.eidolon;

/**
 * Whether this Java can run the program. Compiled for the oldest Java that Spring Boot's
 * launcher runs on, as the main classes that ask are, so that an older Java gets one line
 * in place of an {@link UnsupportedClassVersionError}.
 */
public final class JavaCheck {

	private static final int NEEDED = 25;

	private JavaCheck() {
	}

	/** Ends the process, with one line, when this Java is too old. */
	public static void requireNewEnough() {
		int version = Runtime.version().feature();
		if (version < NEEDED) {
			System.err.println(refusal(version, System.getProperty("java.home")));
			System.exit(1);
		}
	}

	static String refusal(int version, String home) {
		return "Eidolon needs Java " + NEEDED + " or later, and this is Java " + version + " (" + home
				+ "): install JDK " + NEEDED
				+ ", from https://adoptium.net or as a package, and start it with that JDK's bin/java";
	}

}
