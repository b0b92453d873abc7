package io.eidolon.chart;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The schema of the values says what is wrong, before anything reaches a cluster. */
class ChartValuesTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"',
			textBlock = """
					replica: 2                                                | 'replica' not allowed
					image: {pulPolicy: Always}                                | '/image': additional properties 'pulPolicy'
					image: {pullPolicy: Sometimes}                            | '/image/pullPolicy': value must be one of
					image: {tag: 1.0}                                         | '/image/tag': got number, want string
					image: {digest: 'sha256:abc'}                             | '/image/digest'
					replicas: two                                             | '/replicas': got string, want integer
					replicas: -1                                              | '/replicas': minimum
					resources: {requests: {cpu: lots}}                        | '/resources/requests/cpu': 'lots'
					resources: {limits: {memry: 1Gi}}                         | invalid propertyName 'memry'
					settings: {eidolom: {device: cpu}}                        | invalid propertyName 'eidolom'
					env: [{name: PORT, value: 80}]                            | '/env/0/value': got number, want string
					models: {from: disk}                                      | '/models/from': value must be one of
					models: {from: store}                                     | '/models/store/url': minLength
					models: {from: copy, store: {url: 'http://models'}}       | '/models/store/url'
					models: {from: ociImage}                                  | '/models/ociImage/reference': minLength
					models: {from: claim, claim: {accessModes: [Write]}}      | '/models/claim/accessModes/0'
					gpu: {enabled: 'yes'}                                     | '/gpu/enabled': got string, want boolean
					gpu: {count: 0}                                           | '/gpu/count': minimum
					probes: {liveness: {period: 3}}                           | '/probes/liveness': additional properties 'period'
					drain: {delaySeconds: 5s}                                 | '/drain/delaySeconds': got string, want integer
					rollout: {maxSurge: half}                                 | '/rollout/maxSurge'
					autoscaling: {kind: vpa}                                  | '/autoscaling/kind': value must be one of
					autoscaling: {cpu: 400}                                   | '/autoscaling/cpu': maximum
					topologySpread: [{topologyKey: zone}]                     | '/topologySpread/0': missing properties
					service: {port: 80000}                                    | '/service/port': maximum
					networkPolicy: {operators: [{pods: {}}]}                  | '/networkPolicy/operators/0'
					ingress: {hosts: ['https://pictures.example.org']}        | '/ingress/hosts/0'
					httpRoute: {enabled: true}                                | '/httpRoute/parentRefs': minItems
					httpRoute: {timeout: 35}                                  | '/httpRoute/timeout': got number, want string
					serviceMonitor: {interval: often}                         | '/serviceMonitor/interval': 'often'
					podLabels: {tier: 1}                                      | '/podLabels/tier': got number, want string
					training: {enabled: true, data: {claim: photos}}          | '/training/name': minLength
					training: {enabled: true, name: mine}                     | '/training/data/claim': minLength
					training: {enabled: true, name: ../mine}                  | '/training/name'
					training: {settings: {rank: 3}}                           | invalid propertyName 'rank'
					training: {settings: {schedule: {warmup: 0.1}}}           | '/training/settings/schedule': got object
					""")
	void whatMakesNoSenseIsRefused(String values, String reason) {
		assertThatThrownBy(() -> Chart.NEWEST.text(values)).hasMessageContaining(reason);
	}

}
