// Verifies a checkpoint that a witness has signed with golang.org/x/mod/sumdb/note, which calls the verifier of cosignatures below
// (C2SP tlog-cosignature, Ed25519), and reads the witness's own key:
//
//	GO111MODULE=off GOPATH=/usr/share/gocode go run cosigned.go CHECKPOINT LOG-KEY WITNESS-KEY SIGNING-KEY
//
// CHECKPOINT and SIGNING-KEY are files, the others verifier keys. Exits with 1 at a fault.
package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"
)

const typeCosignature = 4

func check(err error, what string) {
	if err != nil {
		fmt.Println("fault:", what+":", err)
		os.Exit(1)
	}
}

func file(name string) []byte {
	data, err := os.ReadFile(name)
	check(err, name)
	return data
}

type cosigner struct {
	name string
	hash uint32
	key  ed25519.PublicKey
}

func newCosigner(vkey string) *cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	typed, err := base64.StdEncoding.DecodeString(parts[2])
	check(err, "key of the witness")
	if len(typed) != 1+ed25519.PublicKeySize || typed[0] != typeCosignature {
		check(fmt.Errorf("%d bytes", len(typed)), "key of the witness")
	}
	sum := sha256.Sum256(append([]byte(parts[0]+"\n"), typed...))
	if fmt.Sprintf("%08x", sum[:4]) != parts[1] {
		check(fmt.Errorf("%s", parts[1]), "id of the witness's key")
	}
	return &cosigner{parts[0], binary.BigEndian.Uint32(sum[:]), ed25519.PublicKey(typed[1:])}
}

func (c *cosigner) Name() string    { return c.name }
func (c *cosigner) KeyHash() uint32 { return c.hash }

func (c *cosigner) Verify(message, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	second := binary.BigEndian.Uint64(signature)
	age := time.Since(time.Unix(int64(second), 0))
	signed := append([]byte(fmt.Sprintf("cosignature/v1\ntime %d\n", second)), message...)
	return age > -time.Minute && age < time.Hour && ed25519.Verify(c.key, signed, signature[8:])
}

func main() {
	log, err := note.NewVerifier(os.Args[2])
	check(err, "key of the log")
	witness := newCosigner(os.Args[3])
	opened, err := note.Open(file(os.Args[1]), note.VerifierList(log, witness))
	check(err, "checkpoint")
	if len(opened.Sigs) != 2 || len(opened.UnverifiedSigs) != 0 {
		check(fmt.Errorf("%d verified, %d not", len(opened.Sigs), len(opened.UnverifiedSigs)), "signatures")
	}
	signer, err := note.NewSigner(string(bytes.TrimSpace(file(os.Args[4]))))
	check(err, "signing key")
	if signer.Name() != witness.name {
		check(fmt.Errorf("%q", signer.Name()), "name of the signing key")
	}
	fmt.Println("verified two signatures of", strings.SplitN(opened.Text, "\n", 2)[0])
}
