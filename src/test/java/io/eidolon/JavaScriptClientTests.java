package io.eidolon;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

import io.eidolon.node.Node;
import io.eidolon.node.Node.Outcome;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The client in {@code clients/js}, in Node. */
class JavaScriptClientTests {

	private static final Path CLIENT = Path.of("clients", "js");

	@Test
	void itsTestsInNodePass() throws IOException, InterruptedException {
		succeeds("--test", CLIENT.resolve("client.test.js").toString());
	}

	@Test
	void aTypeScriptProgramUsesItsTypes() throws IOException, InterruptedException {
		Node node = Node.install();
		Path types = Files.createDirectories(node.folder().resolve("client-types"));
		succeeds(node.file("typescript/bin/tsc").toString(), "-p", CLIENT.toString(), "--outDir", types.toString());
		Files.copy(CLIENT.resolve("api.d.ts"), types.resolve("api.d.ts"), StandardCopyOption.REPLACE_EXISTING);
		Path program = Files.writeString(types.resolve("program.ts"), """
				import { Eidolon, result } from './eidolon.js';
				const eidolon = new Eidolon('http://localhost:8080');
				const { candidates } = await result(eidolon.edit({ model: 'peeps', seed: 7 }));
				const loss: number = candidates[0]!.loss;
				// @ts-expect-error a seed is a number
				await eidolon.generate({ seed: 'seven' });
				export { loss };
				""");
		succeeds(node.file("typescript/bin/tsc").toString(), "--noEmit", "--strict", "--target", "es2022", "--module",
				"nodenext", program.toString());
	}

	private static void succeeds(String... arguments) throws IOException, InterruptedException {
		Outcome outcome = Node.install().run(arguments);
		assertThat(outcome.status()).as(outcome.output()).isZero();
	}

}
