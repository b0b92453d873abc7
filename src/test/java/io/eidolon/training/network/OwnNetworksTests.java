package io.eidolon.training.network;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class OwnNetworksTests {

	@Test
	void aFamilyOnTheClassPathComesAfterThoseOfTheTrainer() {
		assertThat(NetworkFamily.all()).startsWith(NetworkKind.values())
			.last()
			.satisfies((family) -> assertThat(family.id()).isEqualTo("perceptron"));
	}

}
