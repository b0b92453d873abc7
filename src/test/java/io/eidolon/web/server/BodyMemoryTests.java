package io.eidolon.web.server;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BodyMemoryTests {

	private final BodyMemory memory = new BodyMemory(100);

	@Test
	void oneAddressHasHalfAndOthersTheRest() {
		assertThat(this.memory.share("a").take(50)).isTrue();
		assertThat(this.memory.share("a").take(1)).isFalse();
		assertThat(this.memory.share("b").take(50)).isTrue();
		assertThat(this.memory.share("c").take(1)).isFalse();
	}

	@Test
	void aBodyThatIsAloneMayTakeAll() {
		assertThat(this.memory.share("a").take(100)).isTrue();
		assertThat(this.memory.share("b").take(101)).isFalse();
	}

	@Test
	void whatARequestTookIsThereAgainAfterwards() {
		try (BodyMemory.Share share = this.memory.share("a")) {
			assertThat(share.take(60)).isTrue();
			assertThat(share.take(60)).isFalse();
			assertThat(this.memory.used()).isEqualTo(60);
		}
		assertThat(this.memory.used()).isZero();
		assertThat(this.memory.share("a").take(100)).isTrue();
	}

}
