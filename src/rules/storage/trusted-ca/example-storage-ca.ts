/** What the examples of the CA rules share: clusters, and self-signed test certificates as YAML strings. */

/** A cluster with this CA on an endpoint of its own. */
export const store = (trustedCA: string, endpoint = 'https://minio.example.com'): string => `
    platform: baremetal
    credentials: {existingSecret: {}}
    storage: {s3: {bucket: registry, region: us-east-1, regionEndpoint: "${endpoint}", trustedCA: ${trustedCA}}}`;

/** A cluster with this CA on ODF. */
export const odf = (noobaa: string): string => `
    platform: baremetal
    baseDomain: prod.example.com
    storage: {odf: {noobaa: {bucketName: registry, ${noobaa}}}}
    credentials: {bucketClaim: {job: {}}}`;

/** A CA in a ConfigMap that is not emitted. */
export const OTHERS = store('{configMap: store-ca}');

/** A CA that expired at the end of 2023. */
export const EXPIRED_CA = JSON.stringify(`-----BEGIN CERTIFICATE-----
MIIBQTCB6aADAgECAgEBMAoGCCqGSM49BAMCMBExDzANBgNVBAMMBk9sZCBDQTAe
Fw0yMzAxMDEwMDAwMDBaFw0yNDAxMDEwMDAwMDBaMBExDzANBgNVBAMMBk9sZCBD
QTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABCleV4UrWGHM04lwf3uTK64hwX0z
FP5Uyl7DY+I4+oKMCir0xVGRBUsQG8CsbAPFJJ/d6RBGe13E9UXIKmSQS8SjMjAw
MA8GA1UdEwEB/wQFMAMBAf8wHQYDVR0OBBYEFJiRAzoHZOW5lajaU0xKXN9+iQMT
MAoGCCqGSM49BAMCA0cAMEQCIGslIECQG28h9NfDpTuGdvkVydIaH1xaADD75r1G
gLK+AiBbY1MbMUwCRlLZ1mPp/8f/gj0e6VXFS4jTp3mfuTJnlg==
-----END CERTIFICATE-----
`);

/** A CA that expires on 1 March 2025. */
export const CLOSING_CA = JSON.stringify(`-----BEGIN CERTIFICATE-----
MIIBSjCB8aADAgECAgEBMAoGCCqGSM49BAMCMBUxEzARBgNVBAMMCkNsb3Npbmcg
Q0EwHhcNMjQwMTAxMDAwMDAwWhcNMjUwMzAxMDAwMDAwWjAVMRMwEQYDVQQDDApD
bG9zaW5nIENBMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE8UZHf+8NP5ymzCio
T6gGqh/uVQLZec5ZKHd8cR3OX0KL+4sAbFAkW9Yhy+pPGX/6cY2qp+GajZ1lSkhX
7m2vY6MyMDAwDwYDVR0TAQH/BAUwAwEB/zAdBgNVHQ4EFgQUPXdjLXzwpcnrDVLU
gdLiMpggaHcwCgYIKoZIzj0EAwIDSAAwRQIhAP+XaZw9BVihi6sNpeOoT7Vc8t3B
pua8ScUz7mdk7u19AiARowA1ZhjQWp/m0ifB85ptvuF2Ks19vhYJj8hCpe+XoA==
-----END CERTIFICATE-----
`);

/** A certificate that may not sign others. */
export const LEAF = JSON.stringify(`-----BEGIN CERTIFICATE-----
MIIBjDCCATKgAwIBAgIUbymp/1zSUlzXaKmXcF3ws4NcRAQwCgYIKoZIzj0EAwIw
HDEaMBgGA1UEAwwRbWluaW8uZXhhbXBsZS5jb20wIBcNMjYxMTIxMTAzOTQ3WhgP
MjEyNjEwMjgxMDM5NDdaMBwxGjAYBgNVBAMMEW1pbmlvLmV4YW1wbGUuY29tMFkw
EwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAErMMW3UxSYdHIgJw3BYLD3aKWBRW8TAzY
vIdKNXMQN1WcdrKLp44VoOglJJQFRvCdnGaIkv7t5+2QuLNQlZ86YaNQME4wHQYD
VR0OBBYEFP4clBJ8QGRu5yIzLOmKK4ETP7EwMB8GA1UdIwQYMBaAFP4clBJ8QGRu
5yIzLOmKK4ETP7EwMAwGA1UdEwEB/wQCMAAwCgYIKoZIzj0EAwIDSAAwRQIhANA4
gGn5xP4n7DBRdhRZDKiZ1gbsS+UtEbZeJ5SAOrUhAiA+9TdtYp4yMP0vVLKyK5P2
zy8Vog3k+tdEovxuJ6avVA==
-----END CERTIFICATE-----
`);
