package io.eidolon.chart;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyIngressRule;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who reaches the pods, and which way. */
class ChartAccessTests {

	@Test
	void nothingIsRoutedUnlessItIsAskedFor() {
		Manifests manifests = Chart.with("");
		assertThat(manifests.all(Ingress.class)).isEmpty();
		assertThat(manifests.all(HTTPRoute.class)).isEmpty();
	}

	@Test
	void anIngressLeadsToTheServiceForEachHost() {
		Manifests manifests = Chart.with("""
				ingress:
				  enabled: true
				  className: nginx
				  annotations: {nginx.ingress.kubernetes.io/proxy-body-size: 1m}
				  hosts: [pictures.example.org, "*.pictures.example.org"]
				  tls: [{hosts: [pictures.example.org], secretName: pictures-tls}]
				""");
		Ingress ingress = manifests.the(Ingress.class);
		assertThat(ingress.getSpec().getIngressClassName()).isEqualTo("nginx");
		assertThat(ingress.getSpec().getRules()).allSatisfy((rule) -> {
			var backend = rule.getHttp().getPaths().getFirst().getBackend().getService();
			Service service = manifests.the(Service.class, "eidolon");
			assertThat(backend.getName()).isEqualTo(service.getMetadata().getName());
			assertThat(backend.getPort().getName()).isEqualTo(service.getSpec().getPorts().getFirst().getName());
		}).extracting(IngressRule::getHost).containsExactly("pictures.example.org", "*.pictures.example.org");
		assertThat(ingress.getSpec().getTls().getFirst().getSecretName()).isEqualTo("pictures-tls");
		assertThat(Chart.with("ingress: {enabled: true}").the(Ingress.class).getSpec().getRules()).singleElement()
			.extracting(IngressRule::getHost)
			.as("any host")
			.isNull();
	}

	@Test
	void aRouteOfAGatewayLeadsToTheServiceAndWaitsLongerThanIt() {
		Manifests manifests = Chart.with("""
				service: {port: 8000}
				httpRoute:
				  enabled: true
				  parentRefs: [{name: public, namespace: gateways, sectionName: https}]
				  hostnames: [pictures.example.org]
				""");
		HTTPRoute route = manifests.the(HTTPRoute.class);
		assertThat(route.getSpec().getParentRefs().getFirst().getSectionName()).isEqualTo("https");
		assertThat(route.getSpec().getHostnames()).containsExactly("pictures.example.org");
		var rule = route.getSpec().getRules().getFirst();
		assertThat(rule.getTimeouts().getRequest()).isEqualTo("35s");
		assertThat(rule.getBackendRefs().getFirst().getName()).isEqualTo("pictures-eidolon");
		assertThat(rule.getBackendRefs().getFirst().getPort()).isEqualTo(8000);
	}

	@Test
	void theManagementPortIsNotForThePublic() {
		Manifests manifests = Chart.with("service: {type: LoadBalancer}");
		assertThat(manifests.the(Service.class, "eidolon").getSpec().getPorts()).singleElement()
			.satisfies((port) -> assertThat(port.getTargetPort().getStrVal()).isEqualTo("http"));
		assertThat(manifests.the(Service.class, "eidolon-management").getSpec().getClusterIP()).isEqualTo("None");
		NetworkPolicy policy = manifests.the(NetworkPolicy.class);
		assertThat(rule(policy, "http").getFrom()).isEmpty();
		assertThat(rule(policy, "management").getFrom()).singleElement()
			.satisfies((peer) -> assertThat(peer.getNamespaceSelector()).as("of its own namespace").isNull());
	}

	@Test
	void clientsAndOperatorsCanBeNamed() {
		NetworkPolicy policy = Chart.with("""
				networkPolicy:
				  clients: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: gateways}}}]
				  operators: [{namespaceSelector: {matchLabels: {kubernetes.io/metadata.name: monitoring}}}]
				""").the(NetworkPolicy.class);
		assertThat(rule(policy, "http").getFrom()).as("with the chart's own test")
			.hasSize(2)
			.last()
			.satisfies((peer) -> assertThat(peer.getPodSelector().getMatchLabels())
				.containsEntry("app.kubernetes.io/component", "test"));
		assertThat(rule(policy, "management").getFrom().getFirst().getNamespaceSelector().getMatchLabels())
			.containsEntry("kubernetes.io/metadata.name", "monitoring");
	}

	@Test
	void anAccountCanBeMadeOrNamed() {
		Manifests made = Chart.with("serviceAccount: {annotations: {eks.amazonaws.com/role-arn: models}}");
		assertThat(made.the(ServiceAccount.class).getMetadata().getAnnotations()).hasSize(1);
		assertThat(made.servicePod().getServiceAccountName())
			.isEqualTo(made.the(ServiceAccount.class).getMetadata().getName());
		Manifests named = Chart.with("serviceAccount: {create: false, name: painter}");
		assertThat(named.all(ServiceAccount.class)).isEmpty();
		assertThat(named.servicePod().getServiceAccountName()).isEqualTo("painter");
	}

	private static NetworkPolicyIngressRule rule(NetworkPolicy policy, String port) {
		return policy.getSpec()
			.getIngress()
			.stream()
			.filter((rule) -> rule.getPorts().getFirst().getPort().getStrVal().equals(port))
			.findFirst()
			.orElseThrow();
	}

}
