package io.eidolon;

import java.io.IOException;
import java.nio.file.AccessDeniedException;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("foreign")
class TemporaryFolderFailureTests {

	@Test
	void aFolderThatIsOfNoUseIsNamedInOneLineWithWhatToDo() {
		Throwable noexec = new IllegalStateException("bean",
				new UnsatisfiedLinkError("/x/libonnxruntime.so: failed to map segment from shared object"));
		assertThat(TemporaryFolderFailure.line(noexec, "/x")).hasValueSatisfying((line) -> assertThat(line)
			.hasLineCount(1)
			.startsWith(
					"The folder for temporary files (/x) must be one in which files can be written and libraries run")
			.contains("-Djava.io.tmpdir")
			.contains("-Donnxruntime.native.path"));
		assertThat(TemporaryFolderFailure.line(new RuntimeException(new AccessDeniedException("/x/tomcat.1")), "/x"))
			.isPresent();
	}

	@Test
	void otherFailuresAreToldAsTheyAre() {
		assertThat(TemporaryFolderFailure.line(new IllegalStateException("bean", new IOException("/y/z")), "/x"))
			.isEmpty();
	}

}
