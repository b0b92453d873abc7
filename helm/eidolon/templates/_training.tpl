{{/* The pods of the Job. The name of the Job follows from this, so that this must not name it. */}}
{{- define "eidolon.trainingPod" -}}
{{- $training := dict "root" $ "component" "training" }}
{{- $service := printf "%s-training" (include "eidolon.fullname" .) }}
{{- $toClaim := eq .Values.models.from "claim" -}}
metadata:
  labels:
    {{- include "eidolon.selector" $training | nindent 4 }}
  {{- with .Values.training.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  # A pod that failed is replaced, which looks for a checkpoint anew.
  restartPolicy: Never
  subdomain: {{ $service }}
  serviceAccountName: {{ include "eidolon.serviceAccount" . }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: {{ .Values.training.graceSeconds }}
  securityContext:
    {{- include "eidolon.podSecurity" . | nindent 4 }}
  {{- with .Values.image.pullSecrets }}
  imagePullSecrets:
    {{- range . }}
    - name: {{ . }}
    {{- end }}
  {{- end }}
  initContainers:
    # A run that has a checkpoint is resumed, which the trainer must be told.
    - name: resume
      image: {{ include "eidolon.trainingImage" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      command:
        - sh
        - -c
        - |
          if [ -f {{ printf "/workspace/runs/%s/checkpoint.pt" .Values.training.name }} ]; then
            echo 'eidolon.training.resume: true' > /etc/eidolon/application.yaml
          fi
      resources:
        requests:
          cpu: 10m
          memory: 16Mi
        limits:
          memory: 64Mi
      securityContext:
        {{- include "eidolon.containerSecurity" . | nindent 8 }}
      volumeMounts:
        - name: resume
          mountPath: /etc/eidolon
        - name: workspace
          mountPath: /workspace
          readOnly: true
  containers:
    - name: trainer
      image: {{ include "eidolon.trainingImage" . }}
      imagePullPolicy: {{ .Values.image.pullPolicy }}
      args:
        - --eidolon.training.name={{ .Values.training.name }}
        - --eidolon.training.data={{ list "/data" .Values.training.data.path | compact | join "/" }}
        - --eidolon.training.runs=/workspace/runs
        - --eidolon.training.output={{ ternary "/models" "/workspace/models" $toClaim }}
        {{- range $setting, $value := .Values.training.settings }}
        - {{ printf "--eidolon.training.%s=%s" $setting (include "eidolon.argument" $value) | quote }}
        {{- end }}
      env:
        {{- if gt (int .Values.training.processes) 1 }}
        - name: JOB_NAME
          valueFrom:
            fieldRef:
              fieldPath: metadata.labels['job-name']
        - name: WORLD_SIZE
          value: {{ .Values.training.processes | quote }}
        - name: RANK
          valueFrom:
            fieldRef:
              fieldPath: metadata.annotations['batch.kubernetes.io/job-completion-index']
        - name: MASTER_ADDR
          value: $(JOB_NAME)-0.{{ $service }}
        - name: MASTER_PORT
          value: "29500"
        {{- end }}
        - name: SPRING_CONFIG_ADDITIONALLOCATION
          value: optional:file:/etc/eidolon/
        {{- with include "eidolon.threads" (dict "name" "EIDOLON_TRAINING_THREADS" "container" "trainer" "resources" .Values.training.resources) }}
        {{- . | nindent 8 }}
        {{- end }}
      ports:
        - name: master
          protocol: TCP
          containerPort: 29500
      resources:
        {{- include "eidolon.resources" .Values.training.resources | nindent 8 }}
      securityContext:
        {{- include "eidolon.containerSecurity" . | nindent 8 }}
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        - name: resume
          mountPath: /etc/eidolon
          readOnly: true
        - name: data
          mountPath: /data
          readOnly: true
        - name: workspace
          mountPath: /workspace
        {{- if $toClaim }}
        - name: models
          mountPath: /models
          {{- with .Values.models.claim.subPath }}
          subPath: {{ . }}
          {{- end }}
        {{- end }}
  volumes:
    # The only other place that is written to.
    - name: tmp
      emptyDir: {}
    - name: resume
      emptyDir: {}
    - name: data
      persistentVolumeClaim:
        claimName: {{ .Values.training.data.claim }}
        readOnly: true
    - name: workspace
      persistentVolumeClaim:
        claimName: {{ include "eidolon.workspaceClaim" . }}
    {{- if $toClaim }}
    - name: models
      persistentVolumeClaim:
        claimName: {{ include "eidolon.modelsClaim" . }}
    {{- end }}
  {{- with .Values.training.nodeSelector }}
  nodeSelector:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.training.affinity }}
  affinity:
    {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with .Values.training.tolerations }}
  tolerations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
{{- end }}

{{/* Helm takes every number for a float, and would write a million as 1e+06. */}}
{{- define "eidolon.argument" -}}
{{- if kindIs "slice" . -}}
{{ join "," . }}
{{- else if kindIs "float64" . -}}
{{ toJson . }}
{{- else -}}
{{ toString . }}
{{- end -}}
{{- end }}
