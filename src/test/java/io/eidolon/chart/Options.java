package io.eidolon.chart;

import java.util.Map;

/** Values for each option of the chart. */
final class Options {

	/** As much of it at once as goes together. */
	static final String EVERYTHING = """
			image: {pullSecrets: [registry]}
			settings: {eidolon: {models: {default-model: fashion}}}
			env: [{name: TZ, value: UTC}]
			envFrom: [{secretRef: {name: tracing}}]
			models:
			  from: copy
			  store: {url: "s3://pictures/models", endpoint: "http://minio.storage:9000", secret: minio}
			gpu: {enabled: true, runtimeClassName: nvidia}
			autoscaling: {enabled: true, queueDepth: 32}
			networkPolicy:
			  clients: [{namespaceSelector: {matchLabels: {role: gateway}}}]
			  egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}}], ports: [{port: 4318}]}]
			ingress:
			  enabled: true
			  className: nginx
			  hosts: [pictures.example.org]
			  tls: [{hosts: [pictures.example.org], secretName: pictures-tls}]
			httpRoute:
			  enabled: true
			  parentRefs: [{name: public, namespace: gateways}]
			  hostnames: [pictures.example.org]
			serviceMonitor: {enabled: true}
			prometheusRule: {enabled: true}
			nodeSelector: {kubernetes.io/arch: amd64}
			tolerations: [{key: pictures, operator: Exists}]
			affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [
			  {matchExpressions: [{key: pool, operator: In, values: [fast]}]}]}}}
			priorityClassName: high
			podAnnotations: {team: pictures}
			podLabels: {team: pictures}
			training:
			  enabled: true
			  name: mine
			  processes: 2
			  settings: {recipe: dcgan-64-small, minutes: 60}
			  data: {claim: photos, path: holidays.zip}
			""";

	static final String KEDA = """
			autoscaling: {enabled: true, kind: keda, queueDepth: 32}
			""";

	static final String TRAINING_INTO_CLAIM = """
			models: {from: claim}
			training: {enabled: true, name: mine, data: {claim: photos}, workspace: {name: runs}}
			""";

	static final String JOBS = """
			jobs: {claim: results, database: {secret: jobs-database}}
			range:
			  enabled: true
			  claim: results
			  parts: 20
			  parallelism: 5
			  settings: {count: 1000000, model: peeps, truncation: 0.7, labels: [Bag, Dress]}
			""";

	static final String JOBS_IN_A_STORE = """
			jobs:
			  store: {url: 's3://pictures/jobs', endpoint: 'http://minio.storage:9000', secret: results}
			  database: {secret: jobs-database}
			range:
			  enabled: true
			  path: faces
			  settings: {count: 1000000, model: peeps}
			""";

	static final String LOCKED = """
			security: {keysSecret: keys, issuer: 'https://id.example.org:8443/realms/pictures', audience: pictures}
			serviceMonitor: {enabled: true, keySecret: prometheus}
			settings: {eidolon: {security: {access-log: true}, limits: {requests-per-minute: 600, at-once: 20}}}
			""";

	/** By name, for every test that holds whatever is chosen. */
	static final Map<String, String> ALL = Map.ofEntries(Map.entry("defaults", ""), Map.entry("everything", EVERYTHING),
			Map.entry("KEDA", KEDA), Map.entry("models from a new claim", "models: {from: claim}"),
			Map.entry("models from a claim there is",
					"models: {from: claim, claim: {name: gallery, subPath: generators}}"),
			Map.entry("models from an OCI image",
					"models: {from: ociImage, ociImage: {reference: 'ghcr.io/eidolon/models:3'}}"),
			Map.entry("models from a store",
					"models: {from: store, store: {url: 's3://pictures/models', secret: aws}}"),
			Map.entry("training into the served claim", TRAINING_INTO_CLAIM), Map.entry("jobs", JOBS),
			Map.entry("jobs in a store", JOBS_IN_A_STORE), Map.entry("locked", LOCKED),
			Map.entry("as little as can be", """
					podDisruptionBudget: {enabled: false}
					networkPolicy: {enabled: false}
					serviceAccount: {create: false}
					topologySpread: []
					drain: {delaySeconds: 0}
					resources: {requests: null, limits: null}
					"""));

	private Options() {
	}

}
