package io.eidolon.web.server;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ClientNetworkTests {

	@Test
	void anAddressOfVersion4IsAClient() {
		assertThat(ClientNetwork.of("192.0.2.7")).isEqualTo("192.0.2.7");
	}

	@Test
	void ofVersion6ItIsTheNetwork() {
		assertThat(ClientNetwork.of("2001:db8:1:2:3:4:5:6")).isEqualTo(ClientNetwork.of("2001:db8:1:2::1"))
			.isNotEqualTo(ClientNetwork.of("2001:db8:1:3::1"));
	}

}
