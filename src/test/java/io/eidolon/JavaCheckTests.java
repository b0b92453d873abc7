package io.eidolon;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Tests of the line that an older Java gets. */
class JavaCheckTests {

	@Test
	void anOlderJavaIsNamedInOneLineWithTheOneThatIsNeeded() {
		assertThat(JavaCheck.refusal(17, "/usr/lib/jvm/java-17"))
			.startsWith("Eidolon needs Java 25 or later, and this is Java 17 (/usr/lib/jvm/java-17)")
			.contains("https://adoptium.net")
			.doesNotContain("\n");
	}

	@Test
	void theJavaThatIsCompiledForIsNewEnough() {
		assertThatNoException().isThrownBy(JavaCheck::requireNewEnough);
	}

}
