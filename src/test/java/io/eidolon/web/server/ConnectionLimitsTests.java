package io.eidolon.web.server;

import java.util.ArrayList;
import java.util.List;

import io.eidolon.web.server.ConnectionLimits.Decision;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConnectionLimitsTests {

	private final ConnectionLimits limits = new ConnectionLimits(20, 4, (address) -> address.equals("proxy"));

	private final List<OpenConnection> open = new ArrayList<>();

	@Test
	void thereIsRoomWithinTheLimits() {
		add("a", true, 1);
		assertThat(this.limits.decide("a", this.open)).isEqualTo(new Decision.Accept());
	}

	@Test
	void anAddressWithItsShareLosesTheConnectionThatWaitedLongest() {
		add("other", true, 0);
		add("a", true, 3);
		OpenConnection longest = add("a", true, 1);
		add("a", false, 0);
		add("a", true, 2);
		assertThat(this.limits.decide("a", this.open)).isEqualTo(new Decision.Replace(longest));
		assertThat(this.limits.decide("b", this.open)).isEqualTo(new Decision.Accept());
	}

	@Test
	void noRequestThatIsWorkedOnIsGivenUpForAnother() {
		for (int i = 0; i < 4; i++) {
			add("a", false, i);
		}
		assertThat(this.limits.decide("a", this.open)).isEqualTo(new Decision.Refuse());
	}

	@Test
	void aProxyMayHaveMore() {
		for (int i = 0; i < 10; i++) {
			add("proxy", true, i);
		}
		assertThat(this.limits.decide("proxy", this.open)).isEqualTo(new Decision.Accept());
	}

	@Test
	void whenAllAreTooManyTheAddressWithMostMakesRoom() {
		for (int i = 0; i < 10; i++) {
			add("client-" + i, true, i);
		}
		for (int i = 0; i < 4; i++) {
			add("crowd-a", true, 100 + i);
			add("crowd-b", false, 200 + i);
		}
		assertThat(this.limits.decide("new", this.open)).isEqualTo(new Decision.Replace(this.open.get(10)));
	}

	private OpenConnection add(String address, boolean waiting, long lastActivity) {
		OpenConnection connection = new OpenConnection(address, waiting, lastActivity, () -> {
		});
		this.open.add(connection);
		return connection;
	}

}
