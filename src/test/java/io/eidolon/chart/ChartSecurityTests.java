package io.eidolon.chart;

import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** Who may ask for pictures has to be said. */
class ChartSecurityTests {

	@Test
	void withoutAChoiceNothingIsInstalled() {
		assertThatIllegalStateException().isThrownBy(() -> Chart.with("security: {}"))
			.withMessageContaining("security.keysSecret")
			.withMessageContaining("security.open=true");
	}

	@Test
	void aSecretOfKeysIsMountedForTheService() {
		assertThat(Chart.NEWEST.text("security: {keysSecret: team-keys}")).contains("secretName: team-keys",
				"mountPath: /etc/eidolon-keys", "name: EIDOLON_SECURITY_KEYS", "name: EIDOLON_SECURITY_REQUIRED");
	}

	@Test
	void tokensOfAnIssuerLockAsWell() {
		assertThat(Chart.NEWEST.text("security: {issuer: 'https://id.example.org', audience: pictures}"))
			.contains("name: EIDOLON_SECURITY_TOKENS_ISSUER", "value: \"https://id.example.org\"",
					"name: EIDOLON_SECURITY_TOKENS_AUDIENCE", "name: EIDOLON_SECURITY_REQUIRED")
			.doesNotContain("EIDOLON_SECURITY_KEYS");
	}

	@Test
	void theIssuerCanBeReached() {
		assertThat(Chart.with("security: {issuer: 'https://id.example.org:8443'}")
			.the(NetworkPolicy.class)
			.getSpec()
			.getEgress()).flatExtracting(NetworkPolicyEgressRule::getPorts)
			.extracting((port) -> port.getPort().getIntVal())
			.containsExactly(53, 53, 8443);
	}

	@Test
	void whoLetsAnybodyInAsksForNoLock() {
		assertThat(Chart.NEWEST.text("security: {open: true}")).doesNotContain("EIDOLON_SECURITY");
	}

}
