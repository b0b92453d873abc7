package io.eidolon.jobs;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class WebhookHostTests {

	@ParameterizedTest
	@ValueSource(strings = { "https://hooks.example.org/x?y=z", "https://HOOKS.example.org:443" })
	void aNameAllowsItsHostByHttps(String address) {
		assertThat(WebhookHost.parse("hooks.example.org", false).matches(URI.create(address))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://hooks.example.org", "https://hooks.example.org:8443",
			"https://a.hooks.example.org", "https://hooks.example.org.evil.net", "https://hooks.example.org@evil.net",
			"https://u@hooks.example.org", "https://127.0.0.1", "file:///etc/passwd", "hooks.example.org",
			"gopher://hooks.example.org" })
	void andNothingElse(String address) {
		assertThat(WebhookHost.parse("hooks.example.org", false).matches(URI.create(address))).isFalse();
	}

	@Test
	void anOriginAllowsItself() {
		WebhookHost host = WebhookHost.parse("http://localhost:8080", false);
		assertThat(host.matches(URI.create("http://localhost:8080/done"))).isTrue();
		assertThat(host.matches(URI.create("http://localhost:8081/done"))).isFalse();
		assertThat(host.matches(URI.create("https://localhost:8080/done"))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "http://localhost:8080", "https://127.0.0.1", "http://[::1]:8080" })
	void anAddressOfOnesOwnNetworkMustBeAllowed(String setting) throws UnknownHostException {
		WebhookHost.parse(setting, true).checkAddresses();
		assertThatExceptionOfType(UnknownHostException.class)
			.isThrownBy(() -> WebhookHost.parse(setting, false).checkAddresses())
			.withMessageContaining("which is not public; eidolon.jobs.webhook.private-hosts would allow it");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
			"0.0.0.0", "0.1.2.3", "224.0.0.1", "::1", "::", "fe80::1", "fd00::1", "::ffff:10.0.0.1", "::10.0.0.1",
			"64:ff9b::7f00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1", "fec0::1", "ff02::1",
			"100.127.255.255", "172.31.255.255", "192.0.0.8", "198.19.0.1", "203.0.113.9", "240.0.0.1",
			"255.255.255.255" })
	void addressesOfOneselfAndOfNeighboursAreNotPublic(String address) throws UnknownHostException {
		assertThat(WebhookHost.isPublic(InetAddress.getByName(address))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "93.184.215.14", "100.128.0.1", "100.63.0.1", "172.32.0.1", "11.0.0.1", "198.20.0.1",
			"223.255.255.255", "2a00:1450:4001::1", "2001:4860:4860::8888", "2606:2800:21f:cb07::1" })
	void othersAre(String address) throws UnknownHostException {
		assertThat(WebhookHost.isPublic(InetAddress.getByName(address))).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "ftp://a", "http://a/path", "http://" })
	void whatIsNeitherNameNorOriginIsRefused(String setting) {
		assertThatIllegalArgumentException().isThrownBy(() -> WebhookHost.parse(setting, false));
	}

}
